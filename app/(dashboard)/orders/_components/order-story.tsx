import { useTranslations } from 'next-intl';

import { CodeLink } from '@/components/codes/code-link';
import { DateTime } from '@/components/dates/date-time';
import { useSay } from '@/components/message/use-say';
import { Card, CardBody } from '@/components/ui/card';
import { Timeline, TimelineLine } from '@/components/ui/timeline';
import type { OrderEvent } from '@/lib/orders/detail-schema';

/** What happened, newest first, with who says so. */
export function OrderStory({ story }: Readonly<{ story: readonly OrderEvent[] }>) {
  const t = useTranslations('orders');
  const all = useTranslations();
  const say = useSay();
  const titleOf = ({ said }: OrderEvent) =>
    all.has(said.key) ? say(said) : t('timeline.other', { kind: said.key.split('.').at(-1) ?? said.key });
  return (
    <Card title={t('detail.whatHappened')}>
      <CardBody className="pt-4">
        {story.length === 0 ? (
          <p className="text-ink-3">{t('detail.noStory')}</p>
        ) : (
          <Timeline>
            {story.map((event) => (
              <TimelineLine
                key={event.id}
                tone={event.tone}
                title={titleOf(event)}
                source={
                  <>
                    {say(event.source)}
                    {event.code && (
                      <>
                        {', '}
                        <CodeLink place={event.code.place} code={event.code.code} />
                      </>
                    )}
                  </>
                }
                time={<DateTime at={event.at} style="seconds" />}
              />
            ))}
          </Timeline>
        )}
      </CardBody>
    </Card>
  );
}
