import { useTranslations } from 'next-intl';

import { Card, CardBody } from '@/components/ui/card';
import { Fact, FactList } from '@/components/ui/fact-list';
import { gatewaySpelling } from '@/lib/codes/gateway-spelling';
import type { CodeEntry } from '@/lib/gateway/codes';

/** The same code as PayCools documents it, for whoever talks to them. */
export function GatewayWords({ entry }: Readonly<{ entry: CodeEntry }>) {
  const t = useTranslations('codePages.gateway');
  const codes = useTranslations('codes');
  const spelling = gatewaySpelling(entry.place, entry.code);
  return (
    <Card title={t('title')}>
      <CardBody>
        <FactList>
          <Fact label={t('place')}>{codes(`place.${entry.place}`)}</Fact>
          <Fact label={t('code')}>
            <span className="mono">{spelling}</span>
            {spelling !== entry.code && (
              <span className="text-ink-3"> {t('alsoWritten', { code: entry.code })}</span>
            )}
          </Fact>
          <Fact label={t('message')}>
            {entry.listed ? (
              <span lang="en">{entry.gatewayWording}</span>
            ) : (
              <span className="text-ink-3">{t('notListed')}</span>
            )}
          </Fact>
          <Fact label={t('section')}>
            {entry.sections.length === 0 ? (
              <span className="text-ink-3">{t('noSection')}</span>
            ) : (
              <ul>
                {entry.sections.map((section) => (
                  <li key={section}>{nameOf(section)}</li>
                ))}
              </ul>
            )}
          </Fact>
        </FactList>
      </CardBody>
    </Card>
  );

  function nameOf(section: string): string {
    if (section === '*') return t('everyRequest');
    // A dot in a message key would mean a level.
    const key = `sections.${section.replace('.', '_')}`;
    return t.has(key) ? `${section} ${t(key)}` : section;
  }
}
