import { useTranslations } from 'next-intl';

import { useSay } from '@/components/message/use-say';
import { MoneyText } from '@/components/money/money-text';
import { LinkButton } from '@/components/ui/link-button';
import { Say } from '@/components/ui/say';
import { SumLine, SumList } from '@/components/ui/sum-list';
import { type ProofLine, proofLines } from '@/lib/home/proof-lines';
import type { DayProof } from '@/lib/reconciliation/schema';

type ProofStripProps = Readonly<{ proof: DayProof; href: string; openExceptions: number }>;

/** Opening + … = closing, and in one sentence whether anything of it is unexplained. */
export function ProofStrip({ proof, href, openExceptions }: ProofStripProps) {
  const t = useTranslations('home.yesterday');
  const orders = useTranslations('home.today');
  return (
    <>
      <SumList>
        {proofLines(proof).map((line) => (
          <SumLine
            key={line.name}
            {...(line.operator && { operator: line.operator })}
            label={t(line.name)}
            hint={countOf(line, (count) => orders('orders', { count }))}
            total={line.name === 'closing'}
          >
            {line.amount === null ? (
              <span className="text-ink-3">{t('notKnown')}</span>
            ) : (
              <MoneyText centavos={line.amount} />
            )}
          </SumLine>
        ))}
      </SumList>
      <Verdict proof={proof} href={href} openExceptions={openExceptions} />
    </>
  );
}

function Verdict({ proof: { unexplained }, href, openExceptions }: ProofStripProps) {
  const t = useTranslations('home.yesterday');
  const say = useSay();
  const kind = unexplained === null ? 'noBalance' : unexplained === '0' ? 'nothing' : 'rest';
  const title = say({
    key: `home.yesterday.${kind}.title`,
    values: { unexplainedCentavos: unexplained ?? '0' },
  });
  return (
    <Say
      className="mt-2.5"
      tone={kind === 'nothing' ? 'ok' : kind === 'rest' ? 'bad' : 'doubt'}
      title={title}
      actions={
        (kind !== 'nothing' || openExceptions > 0) && (
          <LinkButton href={href} size="small">
            {t('look')}
          </LinkButton>
        )
      }
    >
      {kind !== 'nothing' && t(`${kind}.body`)}
      {kind === 'nothing' &&
        (openExceptions > 0 ? t('nothing.open', { count: openExceptions }) : t('nothing.clean'))}
    </Say>
  );
}

/** Nothing for a line that nothing went into; money in is counted in orders. */
function countOf({ name, count }: ProofLine, orders: (count: number) => string): string | undefined {
  if (count === undefined || count === 0) return undefined;
  return name === 'moneyIn' ? orders(count) : String(count);
}
