import { useTranslations } from 'next-intl';

import { AppLink } from '@/components/ui/app-link';
import { FilterBar, FilterChip } from '@/components/ui/filter-chip';
import { Select } from '@/components/ui/select';
import { channelName } from '@/lib/channels/channels';
import { LINE_STATUSES, type LineFilter, type StatementDetail } from '@/lib/statements/schema';

/** The filters of a statement's rows, each in the address. */
export function LineFilters({
  statement,
  filter,
}: Readonly<{ statement: StatementDetail; filter: LineFilter }>) {
  const t = useTranslations('statements');
  const all = useTranslations('common');
  const states = useTranslations('status');
  const { status, channel, match } = filter;
  const isSet = [status, channel, match].some((value) => value !== undefined);
  const word = { PENDING: 'inProgress', COMPLETE: 'complete', FAILED: 'failed' } as const;
  return (
    <FilterBar
      after={
        isSet && (
          <AppLink
            href={`/statements/${statement.id}`}
            scroll={false}
            className="hover:text-ink hover:underline"
          >
            {all('clearAll')}
          </AppLink>
        )
      }
    >
      <FilterChip label={t('lines.status')} value={status && states(word[status])} names={['status']}>
        <Select label={t('lines.status')} name="status" defaultValue={status ?? ''}>
          <option value="">{t('any')}</option>
          {LINE_STATUSES.map((value) => (
            <option key={value} value={value}>
              {states(word[value])}
            </option>
          ))}
        </Select>
      </FilterChip>
      <FilterChip label={t('lines.channel')} value={channel && channelName(channel)} names={['channel']}>
        <Select label={t('lines.channel')} name="channel" defaultValue={channel ?? ''}>
          <option value="">{t('any')}</option>
          {statement.byChannel.flatMap(({ name }) =>
            name === null ? (
              []
            ) : (
              <option key={name} value={name}>
                {channelName(name)}
              </option>
            ),
          )}
        </Select>
      </FilterChip>
      <FilterChip label={t('lines.match')} value={match && t(`lines.matches.${match}`)} names={['match']}>
        <Select label={t('lines.match')} name="match" defaultValue={match ?? ''}>
          <option value="">{t('any')}</option>
          {(['yes', 'no'] as const).map((value) => (
            <option key={value} value={value}>
              {t(`lines.matches.${value}`)}
            </option>
          ))}
        </Select>
      </FilterChip>
    </FilterBar>
  );
}
