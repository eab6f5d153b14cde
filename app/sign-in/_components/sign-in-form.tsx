'use client';

import { Eye, EyeOff } from 'lucide-react';
import { signIn } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import { type SubmitEvent, useRef, useState } from 'react';

import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Say } from '@/components/ui/say';
import { TextInput } from '@/components/ui/text-input';

import { readRefusal, type Refusal } from './refusal';

type Missing = Readonly<{ email: boolean; password: boolean }>;
const NOTHING_MISSING: Missing = { email: false, password: false };

type SignInFormProps = Readonly<{
  target: string;
  /** A session of this browser ran out or was ended elsewhere. */
  ended: boolean;
}>;

/** Signs in and goes to `target`; what was typed stays whatever the answer is. */
export function SignInForm({ target, ended }: SignInFormProps) {
  const t = useTranslations('auth');
  const form = useRef<HTMLFormElement>(null);
  const [pending, setPending] = useState(false);
  const [visible, setVisible] = useState(false);
  const [missing, setMissing] = useState(NOTHING_MISSING);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const [email, password] = [textOf(typed, 'email').trim(), textOf(typed, 'password')];
    const gaps = { email: email === '', password: password === '' };
    setMissing(gaps);
    setRefusal(null);
    if (gaps.email || gaps.password) {
      focusOn(gaps.email ? 'email' : 'password');
      return;
    }

    setPending(true);
    const refused = await trySignIn(email, password);
    if (refused === null) {
      // A full load: nothing that another person's session left in this tab survives.
      window.location.assign(target);
      return;
    }
    setPending(false);
    setRefusal(refused);
    if (refused.kind === 'wrong') focusOn('password');
  }

  function focusOn(name: 'email' | 'password') {
    const field = form.current?.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.focus();
  }

  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
      {refusal !== null && <RefusalNotice refusal={refusal} />}
      {refusal === null && ended && (
        <Say tone="run" title={t('ended.title')}>
          {t('ended.body')}
        </Say>
      )}
      <TextInput
        label={t('email')}
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={320}
        errors={missing.email ? [t('missing.email')] : []}
      />
      <TextInput
        label={t('password')}
        name="password"
        type={visible ? 'text' : 'password'}
        autoComplete="current-password"
        required
        maxLength={1000}
        errors={missing.password ? [t('missing.password')] : []}
        suffix={
          <IconButton
            label={t(visible ? 'hidePassword' : 'showPassword')}
            icon={visible ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
            onClick={() => setVisible(!visible)}
          />
        }
      />
      <Button type="submit" variant="main" size="large" pending={pending}>
        {pending ? t('submitting') : t('submit')}
      </Button>
    </form>
  );
}

function RefusalNotice({ refusal }: Readonly<{ refusal: Refusal }>) {
  const t = useTranslations('auth');
  const minutes = refusal.kind === 'throttled' ? refusal.minutes : 0;
  return (
    <Say
      role="alert"
      tone={refusal.kind === 'throttled' || refusal.kind === 'unreachable' ? 'doubt' : 'bad'}
      title={t(`${refusal.kind}.title`)}
    >
      {t(`${refusal.kind}.body`, { minutes })}
    </Say>
  );
}

async function trySignIn(email: string, password: string): Promise<Refusal | null> {
  try {
    const answer = await signIn('credentials', { redirect: false, email, password });
    return answer?.ok === true ? null : readRefusal(answer?.error);
  } catch {
    return { kind: 'unreachable' };
  }
}

function textOf(typed: FormData, name: string): string {
  const value = typed.get(name);
  return typeof value === 'string' ? value : '';
}
