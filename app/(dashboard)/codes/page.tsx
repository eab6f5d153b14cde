import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';

import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { requirePageActor } from '@/lib/auth/page-actor';
import { countCodesSeen } from '@/lib/codes/queries';
import { CODE_PLACES, CodeFilter, parseCode } from '@/lib/codes/schema';
import { searchCodes } from '@/lib/codes/search-codes';

import { CodeFilters } from './_components/code-filters';
import { CodeTable } from './_components/code-table';
import { indexRows } from './_components/index-rows';
import { UnlistedHint } from './_components/unlisted-hint';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('codePages');
  return { title: t('title') };
}

export default async function CodesPage({ searchParams }: PageProps<'/codes'>) {
  const actor = await requirePageActor();
  const filter = CodeFilter.parse(await searchParams);
  const t = await getTranslations('codePages');
  const rows = await indexRows(await countCodesSeen(actor));
  const found = searchCodes(rows, filter);
  const unlisted = parseCode(filter.q);

  return (
    <>
      <PageHeader
        title={t('title')}
        side={t('found', { count: found.length, all: rows.length })}
        above={t('intro')}
      />
      <CodeFilters filter={filter} />
      <div className="grid gap-4">
        {CODE_PLACES.map((place) => {
          const here = found.filter((row) => row.place === place);
          return here.length > 0 && <CodeTable key={place} place={place} rows={here} />;
        })}
        {found.length === 0 && unlisted !== null && <UnlistedHint code={unlisted} />}
        {found.length === 0 && unlisted === null && (
          <div className="rounded-card border border-line bg-surface">
            <EmptyState
              title={t('noMatch.title')}
              action={<LinkButton href="/codes">{t('noMatch.action')}</LinkButton>}
            >
              {t('noMatch.body')}
            </EmptyState>
          </div>
        )}
      </div>
    </>
  );
}
