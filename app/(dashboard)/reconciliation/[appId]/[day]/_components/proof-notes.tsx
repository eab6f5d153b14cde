'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

import { useSay } from '@/components/message/use-say';
import type { DayProof, ProofEdge } from '@/lib/reconciliation/schema';

/** What the proof cannot say, and why. */
export function ProofNotes({ proof }: Readonly<{ proof: DayProof }>) {
  const t = useTranslations('reconciliation.proof');
  const { opening, closing, counts, until } = proof;
  const notes: ReactNode[] = [];
  if (!opening.known) notes.push(t('noOpening'));
  if (!closing.known) notes.push(t(until === null ? 'noClosing' : 'noClosingNow'));
  if (!opening.known || !closing.known) notes.push(t('nothingClaimed'));
  for (const edge of [opening, closing])
    if (edge.known && edge.doubtCount > 0) notes.push(<Doubts edge={edge} />);
  if (counts.feesNotKnown > 0) notes.push(t('feesNotKnown', { count: counts.feesNotKnown }));
  if (counts.unknown > 0) notes.push(t('unknown', { count: counts.unknown }));
  if (notes.length === 0) return null;
  return (
    <ul className="mt-3 grid gap-1.5 text-hint text-ink-3">
      {notes.map((note, index) => (
        <li key={index}>{note}</li>
      ))}
    </ul>
  );
}

function Doubts({ edge }: Readonly<{ edge: Extract<ProofEdge, { known: true }> }>) {
  const say = useSay();
  return (
    <>
      {say({ key: 'reconciliation.proof.doubts', values: { count: edge.doubtCount, at: edge.at } })}
      <ul className="mt-0.5 grid gap-0.5">
        {edge.doubts.map(({ at, amount, reference }) => (
          <li key={`${reference} ${at}`} className="wrap-anywhere">
            {say({ key: 'reconciliation.proof.doubt', values: { at, amountCentavos: amount, reference } })}
          </li>
        ))}
      </ul>
    </>
  );
}
