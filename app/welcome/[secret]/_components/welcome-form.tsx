'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';

import { useSay } from '@/components/message/use-say';
import { Button } from '@/components/ui/button';
import { Say } from '@/components/ui/say';
import { TextInput } from '@/components/ui/text-input';
import type { ActionResult } from '@/lib/actions/action-result';

import { redeemLinkAction } from '../actions';

type State = ActionResult<null> | 'unreachable' | null;

/** Name, address and password of the first owner; what was typed stays until it is accepted. */
export function WelcomeForm({ secret }: Readonly<{ secret: string }>) {
  const t = useTranslations('auth.welcome');
  const tAuth = useTranslations('auth');
  const say = useSay();
  const router = useRouter();
  const [typed, setTyped] = useState({ name: '', email: '', password: '' });
  const [state, submit, pending] = useActionState<State, FormData>(async (_previous, formData) => {
    const answer = await redeemLinkAction(formData).catch(() => 'unreachable' as const);
    if (answer !== 'unreachable' && answer.ok) router.push('/sign-in');
    return answer;
  }, null);
  const refusal = state !== null && state !== 'unreachable' && !state.ok ? state : null;
  const errorsOf = (name: string) => (refusal?.fields[name] ?? []).map(say);
  const field = (name: keyof typeof typed) => ({
    name,
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
    errors: errorsOf(name),
    required: true,
  });

  return (
    <form action={submit} noValidate className="grid gap-4">
      <input type="hidden" name="secret" value={secret} />
      {state === 'unreachable' && (
        <Say tone="bad" role="alert" title={tAuth('unreachable.title')}>
          {tAuth('unreachable.body')}
        </Say>
      )}
      {refusal && refusal.code !== 'input' && (
        <Say tone="bad" role="alert" title={t('usedTitle')}>
          {say(refusal.message)}
        </Say>
      )}
      <TextInput label={t('name')} autoComplete="name" {...field('name')} />
      <TextInput label={tAuth('email')} type="email" autoComplete="username" {...field('email')} />
      <TextInput
        label={t('password')}
        hint={t('passwordHint')}
        type="password"
        autoComplete="new-password"
        {...field('password')}
      />
      <Button type="submit" variant="main" pending={pending}>
        {pending ? t('submitting') : t('submit')}
      </Button>
    </form>
  );
}
