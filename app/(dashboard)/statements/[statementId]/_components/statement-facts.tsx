import { useTranslations } from 'next-intl';

import { DateTime } from '@/components/dates/date-time';
import { MoneyText } from '@/components/money/money-text';
import { AppLink } from '@/components/ui/app-link';
import { Card, CardBody } from '@/components/ui/card';
import { CopyableId } from '@/components/ui/copyable-id';
import { Fact, FactList } from '@/components/ui/fact-list';
import type { StatementDetail } from '@/lib/statements/schema';

/** What was fetched, when and by whom, and how we know that it is all there is. */
export function StatementFacts({ statement }: Readonly<{ statement: StatementDetail }>) {
  const t = useTranslations('statements.detail');
  const { versions, version, current } = statement;
  const newest = versions[0];
  return (
    <div className="grid gap-4">
      <Card title={t('proof')} hint={t('proofHint')}>
        <CardBody>
          <FactList>
            <Fact label={t('pages')}>{t('pagesAll', { count: statement.pages })}</Fact>
            <Fact label={t('rowsFound')}>{t('rowsAgree', { count: statement.rowCount })}</Fact>
            <Fact label={t('sum')}>
              <MoneyText centavos={statement.amountSum} />
            </Fact>
            <Fact label={t('fees')}>
              <MoneyText centavos={statement.feeSum} />
            </Fact>
            <Fact label={t('hash')}>
              {statement.contentHash !== null && (
                <CopyableId id={statement.contentHash.slice(0, 16)} what={t('hashWhat')} />
              )}
              <span className="block text-hint text-ink-3">{t('hashHint')}</span>
            </Fact>
          </FactList>
        </CardBody>
      </Card>
      <Card title={t('facts')}>
        <CardBody>
          <FactList>
            <Fact label={t('app')}>{statement.appName}</Fact>
            <Fact label={t('version')}>
              {t('versionOf', { version, count: versions.length })}
              {!current && newest && newest.version !== version && (
                <AppLink href={`/statements/${newest.id}`} className="inline-link block">
                  {t('notCurrent', { version: newest.version })}
                </AppLink>
              )}
            </Fact>
            <Fact label={t('requested')}>
              <DateTime at={statement.requestedAt} />
              {statement.requestedBy !== null && (
                <span className="text-ink-3"> {t('requestedBy', { name: statement.requestedBy })}</span>
              )}
            </Fact>
            <Fact label={t('fetched')}>
              {statement.fetchedAt === null ? '—' : <DateTime at={statement.fetchedAt} />}
            </Fact>
          </FactList>
          <AppLink
            href={`/reconciliation/${encodeURIComponent(statement.gatewayAppId)}/${statement.day}`}
            className="inline-link mt-2 inline-block"
          >
            {t('reconcile')}
          </AppLink>
        </CardBody>
      </Card>
    </div>
  );
}
