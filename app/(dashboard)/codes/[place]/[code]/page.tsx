import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';

import { PageHeader } from '@/components/ui/page-header';
import { Pill } from '@/components/ui/pill';
import { requirePageActor } from '@/lib/auth/page-actor';
import { gatewaySpelling } from '@/lib/codes/gateway-spelling';
import { findCodeSeen } from '@/lib/codes/queries';
import { parseCode, parsePlace } from '@/lib/codes/schema';
import { formatDay } from '@/lib/dates/format-date';
import { manilaDayOf } from '@/lib/dates/manila-day';
import { type CodeEntry, findCode } from '@/lib/gateway/codes';
import { getSay } from '@/lib/i18n/say';

import { Explanation } from '../../_components/explanation';
import { GatewayWords } from '../../_components/gateway-words';
import { Sightings } from '../../_components/sightings';

type Props = PageProps<'/codes/[place]/[code]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const entry = await entryOf(params);
  const say = await getSay();
  return { title: `${gatewaySpelling(entry.place, entry.code)} ${say(titleOf(entry))}` };
}

export default async function CodePage({ params }: Props) {
  const actor = await requirePageActor();
  const entry = await entryOf(params);
  const [seen, t, codes, say, locale] = await Promise.all([
    findCodeSeen(actor, entry.place, entry.code),
    getTranslations('codePages'),
    getTranslations('codes'),
    getSay(),
    getLocale(),
  ]);
  const last = seen.sightings[0];
  // An id that Kaha made and PayCools knows means "taken"; only an id that a person typed can be chosen anew.
  const ours = findCode(entry.place, entry.code, { idsAreOurs: true });
  const meanings = ours.messageKey === entry.messageKey ? [entry] : [ours, entry];

  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title'), href: '/codes' }, { label: codes(`place.${entry.place}`) }]}
        title={say(titleOf(entry))}
        side={
          <>
            <Pill mono>{gatewaySpelling(entry.place, entry.code)}</Pill>
            <span>
              {last
                ? t('seenHere', {
                    count: seen.count,
                    day: formatDay(manilaDayOf(last.at), locale, 'medium'),
                  })
                : t('neverSeenHere')}
            </span>
          </>
        }
      />
      <div className="split">
        <div className="grid gap-4">
          {meanings.map((meaning) => (
            <Explanation
              key={meaning.messageKey}
              entry={meaning}
              role={actor.role}
              {...(meanings.length > 1 && { when: t(meaning === ours ? 'idOurs' : 'idTyped') })}
            />
          ))}
        </div>
        <div className="grid gap-4">
          <GatewayWords entry={entry} />
          {last && <Sightings count={seen.count} sightings={seen.sightings} />}
        </div>
      </div>
    </>
  );
}

/** What the address names, in normal form; a place that does not exist or a code that is no number is a 404. */
async function entryOf(params: Props['params']): Promise<CodeEntry> {
  const { place, code } = await params;
  const [knownPlace, knownCode] = [parsePlace(decoded(place)), parseCode(decoded(code))];
  if (knownPlace === null || knownCode === null) notFound();
  return findCode(knownPlace, knownCode);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function titleOf(entry: CodeEntry) {
  return {
    key: `${entry.messageKey}.title`,
    values: { code: gatewaySpelling(entry.place, entry.code) },
  };
}
