import { getTranslations } from 'next-intl/server';

import { RelativeTime } from '@/components/dates/relative-time';
import { MoneyFigure, MoneyText } from '@/components/money/money-text';
import { Card, CardBody } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Say } from '@/components/ui/say';
import { SumLine, SumList } from '@/components/ui/sum-list';
import type { Actor } from '@/lib/auth/actor';
import { listBalances } from '@/lib/balances/queries';
import type { AppBalance } from '@/lib/balances/schema';
import { findOnItsWay } from '@/lib/home/on-its-way';
import { getSay } from '@/lib/i18n/say';

const STALE_AFTER_MS = 15 * 60_000;

type Answered = AppBalance & Readonly<{ balance: string; at: string }>;

/** What PayCools said each app holds, and when. Only for people who may read balances. */
export async function BalanceCard({ actor }: Readonly<{ actor: Actor }>) {
  const [apps, onItsWay, t] = await Promise.all([
    listBalances(actor),
    findOnItsWay(actor),
    getTranslations('home.balance'),
  ]);
  if (apps === null) return null;
  const answered = apps.filter(isAnswered);
  const [first] = answered;
  const said = first && answered.length === 1 && (
    <>
      {t('said')} <RelativeTime at={first.at} />
    </>
  );
  return (
    <Card title={t('title')} hint={said}>
      {apps.length === 0 ? (
        <EmptyState title={t('noApp.title')}>{t('noApp.body')}</EmptyState>
      ) : (
        <CardBody className="grid gap-3">
          {first && answered.length === apps.length && (
            <div>
              <MoneyFigure centavos={sumOf(answered)} />
              <OnItsWay {...onItsWay} />
            </div>
          )}
          {apps.length > 1 && first && <PerApp apps={answered} />}
          {answered.some(isStale) && <p className="text-hint text-doubt">{t('stale')}</p>}
          {apps
            .filter((app) => !isAnswered(app))
            .map((app) => (
              <Say key={app.appId} tone="doubt" title={t('noAnswer.title')}>
                {t('noAnswer.body', { app: app.appName })}
              </Say>
            ))}
        </CardBody>
      )}
    </Card>
  );
}

async function OnItsWay({ waiting, onItsWay }: Readonly<{ waiting: bigint; onItsWay: bigint }>) {
  const say = await getSay();
  if (waiting === 0n && onItsWay === 0n) return null;
  const key = waiting === 0n ? 'onItsWay' : onItsWay === 0n ? 'waiting' : 'both';
  const values = { waitingCentavos: waiting.toString(), onItsWayCentavos: onItsWay.toString() };
  return <p className="mt-0.5 text-hint text-ink-3">{say({ key: `home.balance.${key}`, values })}</p>;
}

/** Several apps: each with its own moment, because PayCools is asked for one after the other. */
async function PerApp({ apps }: Readonly<{ apps: readonly Answered[] }>) {
  const t = await getTranslations('home.balance');
  return (
    <SumList>
      {apps.map((app) => (
        <SumLine
          key={app.appId}
          label={app.appName}
          hint={
            <>
              {t('said')} <RelativeTime at={app.at} />
            </>
          }
        >
          <MoneyText centavos={app.balance} />
        </SumLine>
      ))}
    </SumList>
  );
}

function isAnswered(app: AppBalance): app is Answered {
  return app.balance !== null && app.at !== null;
}

function isStale({ at }: Answered): boolean {
  return Date.now() - new Date(at).getTime() > STALE_AFTER_MS;
}

function sumOf(apps: readonly Answered[]): string {
  return apps.reduce((sum, { balance }) => sum + BigInt(balance), 0n).toString();
}
