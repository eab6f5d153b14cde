'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useActionState, useId } from 'react';
import { toast } from 'sonner';

import { FormRefusal } from '@/components/collect/form-refusal';
import { useSay } from '@/components/message/use-say';
import { Button } from '@/components/ui/button';
import { Card, CardBody } from '@/components/ui/card';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { ActionResult } from '@/lib/actions/action-result';

import { fetchStatementAction } from '../actions';
import { statementKeys } from '../statement-list-query';

type FetchDayFormProps = Readonly<{
  apps: readonly Readonly<{ appId: string; appName: string }>[];
  today: string;
  yesterday: string;
}>;
type Answer = Readonly<{
  refused: Extract<ActionResult<unknown>, { ok: false }> | null;
  isLost: boolean;
  /** What stands in the fields: React empties a form after its action, so it is handed back. */
  typed: Readonly<{ day: string; gatewayAppId: string | undefined }>;
}>;

/** Fetches the statements of one Manila day; yesterday unless told. */
export function FetchDayForm({ apps, today, yesterday }: FetchDayFormProps) {
  const t = useTranslations('statements');
  const say = useSay();
  const client = useQueryClient();
  const dayId = useId();
  const [answer, send, isPending] = useActionState(
    async (_: Answer, form: FormData): Promise<Answer> => {
      const typed = { day: textOf(form, 'day') ?? '', gatewayAppId: textOf(form, 'gatewayAppId') };
      try {
        const result = await fetchStatementAction(form);
        if (!result.ok) return { refused: result, isLost: false, typed };
        toast.success(say({ key: 'statements.fetch.started', values: { day: result.data.day } }));
        await client.invalidateQueries({ queryKey: statementKeys.all });
        return { refused: null, isLost: false, typed };
      } catch {
        return { refused: null, isLost: true, typed };
      }
    },
    { refused: null, isLost: false, typed: { day: yesterday, gatewayAppId: apps[0]?.appId } },
  );
  const wrongDay = answer.refused?.fields['day'] ?? [];

  return (
    <Card title={t('fetch.title')} hint={t('fetch.hint')} className="screen-only mb-4">
      <CardBody className="grid gap-3">
        {(answer.isLost || (answer.refused && wrongDay.length === 0)) && (
          <FormRefusal refused={answer.refused} isLost={answer.isLost} fieldIds={{ day: dayId }} />
        )}
        <form
          action={send}
          aria-label={t('fetch.title')}
          noValidate
          className="flex flex-wrap items-start gap-3"
        >
          <div className="w-full sm:w-72">
            <TextInput
              id={dayId}
              label={t('fetch.day')}
              errors={wrongDay.map((message) => say(message))}
              name="day"
              type="date"
              max={today}
              defaultValue={answer.typed.day}
              className="w-44"
            />
          </div>
          {apps.length > 1 && (
            <Select
              label={t('app')}
              name="gatewayAppId"
              defaultValue={answer.typed.gatewayAppId}
              className="max-w-64"
            >
              {apps.map(({ appId, appName }) => (
                <option key={appId} value={appId}>
                  {appName}
                </option>
              ))}
            </Select>
          )}
          <Button type="submit" variant="main" pending={isPending} className="sm:mt-6.5">
            {t('fetch.action')}
          </Button>
        </form>
      </CardBody>
    </Card>
  );
}

function textOf(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === 'string' ? value : undefined;
}
