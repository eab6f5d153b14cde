import { getTranslations } from 'next-intl/server';

import { Day } from '@/components/dates/day';
import { Card, CardBody } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { type Actor, can } from '@/lib/auth/actor';
import { listYesterday, type Yesterday } from '@/lib/home/yesterday';

import { ProofStrip } from './proof-strip';

/** The proof of the last finished day, app by app. Only for people who may read reconciliations. */
export async function YesterdayCards({ actor }: Readonly<{ actor: Actor }>) {
  const [days, t] = await Promise.all([listYesterday(actor), getTranslations('home.yesterday')]);
  return (
    <div className="grid gap-4">
      {days.map((yesterday) => (
        <Card
          key={yesterday.gatewayAppId}
          title={t(titleOf(yesterday))}
          hint={
            <>
              <Day day={yesterday.day} style="long" />
              {days.length > 1 && `, ${yesterday.appName}`}
            </>
          }
        >
          {yesterday.proof ? (
            <CardBody>
              <ProofStrip
                proof={yesterday.proof}
                href={pageOf(yesterday)}
                openExceptions={yesterday.openExceptions}
              />
            </CardBody>
          ) : (
            <NotYet yesterday={yesterday} mayWork={can(actor, 'reconciliation:work')} />
          )}
        </Card>
      ))}
    </div>
  );
}

async function NotYet({ yesterday, mayWork }: Readonly<{ yesterday: Yesterday; mayWork: boolean }>) {
  const t = await getTranslations('home.yesterday');
  if (yesterday.running) {
    return (
      <EmptyState
        title={t('running.title')}
        action={<LinkButton href={pageOf(yesterday)}>{t('look')}</LinkButton>}
      >
        {t('running.body')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t('empty.title')}
      action={mayWork && <LinkButton href={pageOf(yesterday)}>{t('empty.action')}</LinkButton>}
    >
      {t(mayWork ? 'empty.body' : 'empty.read')}
    </EmptyState>
  );
}

function titleOf({ proof }: Yesterday): 'addsUp' | 'doesNotAddUp' | 'plain' {
  if (!proof || proof.unexplained === null) return 'plain';
  return proof.unexplained === '0' ? 'addsUp' : 'doesNotAddUp';
}

function pageOf({ gatewayAppId, day }: Pick<Yesterday, 'gatewayAppId' | 'day'>): string {
  return `/reconciliation/${encodeURIComponent(gatewayAppId)}/${day}`;
}
