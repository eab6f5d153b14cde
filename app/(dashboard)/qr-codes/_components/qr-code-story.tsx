import { useTranslations } from 'next-intl';

import { DateTime } from '@/components/dates/date-time';
import { useSay } from '@/components/message/use-say';
import { Card, CardBody } from '@/components/ui/card';
import { Timeline, TimelineLine } from '@/components/ui/timeline';
import type { QrCodeDetail } from '@/lib/qr-codes/schema';

/** What happened, newest first, with who says so. */
export function QrCodeStory({ events }: Readonly<{ events: QrCodeDetail['events'] }>) {
  const t = useTranslations('qrCodes');
  const say = useSay();
  return (
    <Card title={t('detail.what_happened')}>
      <CardBody>
        <Timeline>
          {events.map(({ id, at, source, said, tone, who }) => (
            <TimelineLine
              key={id}
              tone={tone}
              title={say(said)}
              source={t(`source.${source}`, { who: who ?? t('source.somebody') })}
              time={<DateTime at={at} style="seconds" />}
            />
          ))}
        </Timeline>
      </CardBody>
    </Card>
  );
}
