import { useTranslations } from 'next-intl';

import { CodeLink } from '@/components/codes/code-link';
import { RelativeTime } from '@/components/dates/relative-time';
import { useSay } from '@/components/message/use-say';
import { MoneyText } from '@/components/money/money-text';
import { StatusChip } from '@/components/status/status-chip';
import { LinkButton } from '@/components/ui/link-button';
import { Td, Tr } from '@/components/ui/table';
import type { Need } from '@/lib/home/schema';

const ACTS = {
  refund: 'open',
  order: 'open',
  qrCode: 'open',
  callback: 'review',
  exceptions: 'review',
  statement: 'open',
} as const satisfies Record<Need['kind'], string>;

/** One thing that waits; all of the row leads where its button leads. */
export function NeedRow({ need }: Readonly<{ need: Need }>) {
  const t = useTranslations('home.needs');
  const say = useSay();
  const what = say(need.title);
  const act = t(ACTS[need.kind]);
  const amount = need.amount !== null && (
    <MoneyText centavos={need.amount} sign={need.signed ? 'always' : 'negative'} />
  );
  return (
    <Tr>
      <Td from="sm" className="w-40">
        <StatusChip shown={{ state: need.state }} />
      </Td>
      <Td
        className="wrap-anywhere"
        sub={
          <>
            {say(need.why)} {need.code && <CodeLink place={need.code.place} code={need.code.code} />}
          </>
        }
        folded={
          <span className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <StatusChip shown={{ state: need.state }} />
            <RelativeTime at={need.since} />
          </span>
        }
      >
        {what}
      </Td>
      <Td num quiet from="md" className="w-32 text-hint">
        <RelativeTime at={need.since} />
      </Td>
      <Td num from="sm" className="w-32">
        {amount}
      </Td>
      <Td num className="w-24 align-top @min-sm:align-middle">
        <span className="mb-1.5 block empty:hidden @min-sm:hidden">{amount}</span>
        <LinkButton
          href={need.href}
          aria-label={t('actOn', { act, what })}
          className="after:absolute after:inset-0 after:content-['']"
        >
          {act}
        </LinkButton>
      </Td>
    </Tr>
  );
}
