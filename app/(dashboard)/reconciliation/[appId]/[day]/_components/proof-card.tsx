'use client';

import { useTranslations } from 'next-intl';

import { Day } from '@/components/dates/day';
import { useSay } from '@/components/message/use-say';
import { MoneyText } from '@/components/money/money-text';
import { AppLink } from '@/components/ui/app-link';
import { Card, CardBody } from '@/components/ui/card';
import { Say } from '@/components/ui/say';
import { type Operator, SumLine, SumList } from '@/components/ui/sum-list';
import type { ManilaDay } from '@/lib/dates/manila-day';
import type { DayProof, ProofEdge } from '@/lib/reconciliation/schema';

import { ProofNotes } from './proof-notes';

/** The day written as a sum that can be checked with a finger. */
export function ProofCard({ proof, ordersHref }: Readonly<{ proof: DayProof; ordersHref: string }>) {
  const t = useTranslations('reconciliation.proof');
  const say = useSay();
  const { counts, until } = proof;
  const soFar = until !== null && say({ key: 'reconciliation.proof.soFar', values: { untilAt: until } });
  return (
    <Card title={t('title')} hint={soFar}>
      <CardBody>
        <SumList>
          <Correction edge={proof.opening} which="opening" />
          <SumLine label={t('opening')}>
            <Figure centavos={proof.opening.known ? proof.opening.balance : null} />
          </SumLine>
          <Moved
            operator="plus"
            name="collections"
            centavos={proof.collections}
            count={counts.collections}
            href={ordersHref}
          />
          <Moved operator="minus" name="fees" centavos={proof.fees} href={ordersHref} />
          <Moved operator="minus" name="payouts" centavos={proof.payouts} count={counts.payouts} />
          {counts.cameBack > 0 && (
            <Moved operator="plus" name="cameBack" centavos={proof.cameBack} count={counts.cameBack} />
          )}
          <Moved operator="minus" name="refunds" centavos={proof.refunds} count={counts.refunds} />
          {counts.refundsReturned > 0 && (
            <Moved
              operator="plus"
              name="refundsReturned"
              centavos={proof.refundsReturned}
              count={counts.refundsReturned}
            />
          )}
          <Moved
            operator="plus"
            name="feesReturned"
            centavos={proof.feesReturned}
            count={counts.feesReturned}
          />
          {proof.other !== '0' && <Moved operator="plus" name="other" centavos={proof.other} />}
          <SumLine operator="equals" label={t('shouldBe')} total>
            <Figure centavos={proof.shouldBe} />
          </SumLine>
          <Correction edge={proof.closing} which="closing" />
          <SumLine label={t('says')}>
            <Figure centavos={proof.closing.known ? proof.closing.balance : null} />
          </SumLine>
          <SumLine label={t('difference')}>
            <Figure centavos={proof.difference} signed />
          </SumLine>
          <SumLine label={t('byExceptions')}>
            <MoneyText centavos={proof.byExceptions} sign="always" />
          </SumLine>
          {proof.carriedFrom.length > 0 && (
            <SumLine label={<CarriedFrom days={proof.carriedFrom} />}>
              <MoneyText centavos={proof.carried} sign="always" />
            </SumLine>
          )}
          <SumLine label={t('unexplained')} total>
            <Figure centavos={proof.unexplained} signed />
          </SumLine>
        </SumList>
        <Verdict unexplained={proof.unexplained} />
        <ProofNotes proof={proof} />
      </CardBody>
    </Card>
  );
}

type MovedProps = Readonly<{
  operator: Operator;
  name:
    | 'collections'
    | 'fees'
    | 'payouts'
    | 'cameBack'
    | 'refunds'
    | 'refundsReturned'
    | 'feesReturned'
    | 'other';
  centavos: string;
  count?: number;
  /** The rows that make the figure. */
  href?: string;
}>;

function Moved({ operator, name, centavos, count, href }: MovedProps) {
  const t = useTranslations('reconciliation.proof');
  return (
    <SumLine operator={operator} label={t(name)} {...(count !== undefined && count > 0 && { hint: count })}>
      {href === undefined ? (
        <MoneyText centavos={centavos} />
      ) : (
        <AppLink href={href} className="hover:underline">
          <MoneyText centavos={centavos} />
        </AppLink>
      )}
    </SumLine>
  );
}

/** How the balance at an edge follows from the one that PayCools told a little before or after it. */
function Correction({ edge, which }: Readonly<{ edge: ProofEdge; which: 'opening' | 'closing' }>) {
  const t = useTranslations('reconciliation.proof');
  const say = useSay();
  if (!edge.known || edge.moved === 0) return null;
  const asked = say({ key: `reconciliation.proof.${which}Asked`, values: { at: edge.at } });
  const early = edge.correction === (BigInt(edge.balance) - BigInt(edge.asked)).toString();
  return (
    <>
      <SumLine label={<span className="text-ink-3">{asked}</span>}>
        <MoneyText centavos={edge.asked} className="text-ink-3" />
      </SumLine>
      <SumLine
        label={<span className="text-ink-3">{t(early ? 'movedUntil' : 'movedSince')}</span>}
        hint={edge.moved}
      >
        <MoneyText centavos={edge.correction} sign="always" className="text-ink-3" />
      </SumLine>
    </>
  );
}

function CarriedFrom({ days }: Readonly<{ days: readonly string[] }>) {
  const t = useTranslations('reconciliation.proof');
  const [only, ...more] = days;
  if (only === undefined || more.length > 0) return t('carriedMany');
  return t.rich('carriedRich', { day: () => <Day day={only as ManilaDay} style="short" /> });
}

function Figure({ centavos, signed = false }: Readonly<{ centavos: string | null; signed?: boolean }>) {
  const t = useTranslations('reconciliation.proof');
  if (centavos === null) return <span className="font-normal text-ink-3">{t('notKnown')}</span>;
  return <MoneyText centavos={centavos} sign={signed ? 'always' : 'negative'} />;
}

function Verdict({ unexplained }: Readonly<{ unexplained: string | null }>) {
  const t = useTranslations('reconciliation.proof');
  const say = useSay();
  if (unexplained === null) return null;
  if (unexplained === '0') return <Say className="mt-3" tone="ok" title={t('addsUp')} />;
  const values = { unexplainedCentavos: unexplained };
  return (
    <Say className="mt-3" tone="bad" title={say({ key: 'reconciliation.proof.restTitle', values })}>
      {t('rest')}
    </Say>
  );
}
