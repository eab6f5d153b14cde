import { useTranslations } from 'next-intl';

import { ProgressBar } from '@/components/ui/progress-bar';
import type { StatementRow } from '@/lib/statements/schema';

type FetchProgressProps = Readonly<{
  statement: Pick<StatementRow, 'pages' | 'pagesExpected' | 'rowCount'>;
}>;

/** How far a fetch has come, in pages and rows. */
export function FetchProgress({ statement: { pages, pagesExpected, rowCount } }: FetchProgressProps) {
  const t = useTranslations('statements');
  return (
    <div className="grid w-full max-w-44 gap-1">
      <ProgressBar
        label={t('detail.progress')}
        done={pages}
        {...(pagesExpected !== null && { of: pagesExpected })}
      />
      <span className="text-small text-ink-3 tabular-nums">
        {pagesExpected === null
          ? t('states.FETCHING')
          : `${t('pagesOf', { pages, of: pagesExpected })}, ${t('rows', { count: rowCount })}`}
      </span>
    </div>
  );
}
