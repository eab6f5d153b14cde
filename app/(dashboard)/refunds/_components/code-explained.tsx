import { useTranslations } from 'next-intl';

import { CodeLink } from '@/components/codes/code-link';
import { useSay } from '@/components/message/use-say';
import { Card, CardBody } from '@/components/ui/card';
import { Fact, FactList } from '@/components/ui/fact-list';
import { findCode } from '@/lib/gateway/codes';
import type { RefundDetail } from '@/lib/refunds/find-refund';

type CodeExplainedProps = Readonly<{
  code: NonNullable<RefundDetail['code']>;
  /** PayCools' own words for a failure. */
  gatewayWords: string | null;
}>;

/** Why PayCools refused or failed the refund, what to do, and the page of the code. */
export function CodeExplained({ code, gatewayWords }: CodeExplainedProps) {
  const t = useTranslations('refunds.detail');
  const say = useSay();
  const { messageKey } = findCode(code.place, code.code, { idsAreOurs: true });
  const text = (part: string) => say({ key: `${messageKey}.${part}`, values: { code: code.code } });
  return (
    <Card title={text('title')} hint={<CodeLink place={code.place} code={code.code} />}>
      <CardBody>
        <FactList>
          {code.place === 'answer' ? (
            <>
              <Fact label={t('why')}>{text('why')}</Fact>
              <Fact label={t('next')}>{text('next')}</Fact>
              <Fact label={t('again')}>{text('tryAgain')}</Fact>
            </>
          ) : (
            // A failedCode is explained for payments, where the customer acts; here the shop does.
            <>
              <Fact label={t('theirWords')}>{gatewayWords ?? '—'}</Fact>
              <Fact label={t('next')}>{t('afterFailure')}</Fact>
            </>
          )}
        </FactList>
      </CardBody>
    </Card>
  );
}
