'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { startTransition, type SubmitEvent, useActionState, useId } from 'react';
import { toast } from 'sonner';

import { FormRefusal } from '@/components/collect/form-refusal';
import { useSay } from '@/components/message/use-say';
import { Button } from '@/components/ui/button';
import { DialogFoot } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/text-area';
import type { ActionResult } from '@/lib/actions/action-result';
import { acceptEffect } from '@/lib/reconciliation/may-accept';
import { type ExceptionRow, RESOLUTIONS, type Resolution } from '@/lib/reconciliation/schema';

import { resolveAction } from '../../../actions';
import { reconciliationKeys } from '../../../reconciliation-query';

type Answer = Readonly<{ refused: Extract<ActionResult<unknown>, { ok: false }> | null; isLost: boolean }>;

/** The decision about one exception: what, and why. */
export function DecisionForm({
  exception,
  onDone,
}: Readonly<{ exception: ExceptionRow; onDone: () => void }>) {
  const t = useTranslations('reconciliation');
  const say = useSay();
  const client = useQueryClient();
  const noteId = useId();
  const [answer, send, isPending] = useActionState(
    async (_: Answer, form: FormData): Promise<Answer> => {
      try {
        const result = await resolveAction(form);
        if (!result.ok) return { refused: result, isLost: false };
        const resolution = RESOLUTIONS.find((known) => known === form.get('resolution')) ?? 'OTHER';
        toast.success(t(`done.${resolution}`));
        onDone();
        await client.invalidateQueries({ queryKey: reconciliationKeys.all });
        return { refused: null, isLost: false };
      } catch {
        return { refused: null, isLost: true };
      }
    },
    { refused: null, isLost: false },
  );
  const wrongNote = answer.refused?.fields['note'] ?? [];

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const form = new FormData(event.currentTarget);
    startTransition(() => send(form));
  }

  return (
    <form onSubmit={submit} aria-label={t('detail.decide')} noValidate className="grid gap-3">
      {(answer.isLost || (answer.refused && wrongNote.length === 0)) && (
        <FormRefusal refused={answer.refused} isLost={answer.isLost} fieldIds={{ note: noteId }} />
      )}
      <input type="hidden" name="exceptionId" value={exception.id} />
      <Choices exception={exception} />
      <TextArea
        id={noteId}
        label={t('detail.note')}
        hint={t('detail.noteHint')}
        errors={wrongNote.map((message) => say(message))}
        name="note"
        maxLength={500}
        rows={2}
      />
      <DialogFoot>
        <Button type="submit" variant="main" pending={isPending}>
          {t('detail.save')}
        </Button>
      </DialogFoot>
    </form>
  );
}

function Choices({ exception }: Readonly<{ exception: ExceptionRow }>) {
  const t = useTranslations('reconciliation');
  const effect = exception.mayAccept ? acceptEffect(exception) : null;
  const offered = RESOLUTIONS.filter((resolution) => resolution !== 'ACCEPTED' || effect !== null);
  const hint = (resolution: Resolution) =>
    resolution === 'ACCEPTED' ? effect && t(`acceptHints.${effect}`) : t(`resolutionHints.${resolution}`);
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-2 text-hint font-label">{t('detail.decide')}</legend>
      {effect === null && exception.subject !== 'order' && (
        <p className="text-hint text-ink-3">{t('detail.moneyOut')}</p>
      )}
      {offered.map((resolution) => (
        <label key={resolution} className="group grid grid-cols-[1.25rem_1fr] items-start gap-x-2">
          <input
            type="radio"
            name="resolution"
            value={resolution}
            defaultChecked={resolution === (effect === null ? 'WAITING' : 'ACCEPTED')}
            className="m-0.5 size-4 accent-accent"
          />
          <span>
            {t(`resolutions.${resolution}`)}
            <span className="hidden text-hint text-ink-3 group-has-checked:block">{hint(resolution)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
