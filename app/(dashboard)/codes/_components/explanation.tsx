import { useTranslations } from 'next-intl';

import { useSay } from '@/components/message/use-say';
import { AppLink } from '@/components/ui/app-link';
import { Card, CardBody } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { Fact, FactList } from '@/components/ui/fact-list';
import { type Role, roleCan } from '@/lib/auth/permissions';
import { gatewaySpelling } from '@/lib/codes/gateway-spelling';
import { whereToAct } from '@/lib/codes/where-to-act';
import type { CodeEntry } from '@/lib/gateway/codes';

type ExplanationProps = Readonly<{
  entry: CodeEntry;
  role: Role;
  /** Which of two meanings this is, where a code has two. */
  when?: string;
}>;

/** A code in plain words: what happened, why, what to do and by whom, whether again, what to tell the customer. */
export function Explanation({ entry, role, when }: ExplanationProps) {
  const t = useTranslations('codePages.facts');
  const codes = useTranslations('codes');
  const say = useSay();
  const messages = useTranslations();
  const values = { code: gatewaySpelling(entry.place, entry.code) };
  const text = (part: string) => say({ key: `${entry.messageKey}.${part}`, values });
  const customer = messages.has(`${entry.messageKey}.customer`) ? text('customer') : null;
  const screen = screenFor(entry, role);
  return (
    <Card {...(when !== undefined && { title: when })}>
      <CardBody className="text-body">
        <FactList>
          <Fact label={t('what')}>{text('what')}</Fact>
          <Fact label={t('why')}>{text('why')}</Fact>
          <Fact label={t('next')}>
            {text('next')}{' '}
            {screen && (
              <AppLink href={screen.href} className="inline-link">
                {t(`links.${screen.label}`)}
              </AppLink>
            )}
          </Fact>
          <Fact label={t('who')}>
            <span className="block first-letter:uppercase">{codes(`who.${entry.who}`)}</span>
          </Fact>
          <Fact label={t('again')}>{text('tryAgain')}</Fact>
          <Fact label={t('customer')}>
            {customer === null ? (
              <span className="text-ink-3">{t('nothingToTell')}</span>
            ) : (
              <>
                <q className="mr-1">{customer}</q>
                <span className="-my-1 inline-block align-middle">
                  <CopyButton text={customer} variant="quiet" size="small" />
                </span>
              </>
            )}
          </Fact>
        </FactList>
      </CardBody>
    </Card>
  );
}

function screenFor(entry: CodeEntry, role: Role) {
  const screen = whereToAct(entry.place, entry.code);
  return screen && roleCan(role, screen.needs) ? screen : null;
}
