import { useTranslations } from 'next-intl';

import { CodeLink } from '@/components/codes/code-link';
import { DateTime } from '@/components/dates/date-time';
import { useSay } from '@/components/message/use-say';
import { Card, CardBody } from '@/components/ui/card';
import { Timeline, TimelineLine } from '@/components/ui/timeline';
import type { RefundStoryEvent } from '@/lib/refunds/refund-events';

/** What happened, newest first, each with who says so. */
export function RefundStory({ story }: Readonly<{ story: readonly RefundStoryEvent[] }>) {
  const t = useTranslations('refunds.detail');
  const say = useSay();
  return (
    <Card title={t('happened')}>
      <CardBody>
        <Timeline>
          {story.map(({ id, at, tone, said, source, code }) => (
            <TimelineLine
              key={id}
              tone={tone}
              title={say(said)}
              source={
                <>
                  {say(source)} {code && <CodeLink place={code.place} code={code.code} />}
                </>
              }
              time={<DateTime at={at} style="seconds" />}
            />
          ))}
        </Timeline>
      </CardBody>
    </Card>
  );
}
