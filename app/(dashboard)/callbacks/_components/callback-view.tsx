'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';

import { StaleNote } from '@/components/collect/stale-note';
import { DateTime } from '@/components/dates/date-time';
import { StatusChip } from '@/components/status/status-chip';
import { Card, CardBody } from '@/components/ui/card';
import { CopyableId } from '@/components/ui/copyable-id';
import { Fact, FactList } from '@/components/ui/fact-list';
import { PageHeader } from '@/components/ui/page-header';
import type { CallbackDetail } from '@/lib/callbacks/schema';
import { callbackShown } from '@/lib/status/shown-state';

import { callbackQuery } from '../callback-query';
import { CallbackVerdicts } from './callback-verdicts';

/** The page of one callback: what came byte for byte, the verdicts on it, and what was done with it. */
export function CallbackView({ initial }: Readonly<{ initial: CallbackDetail }>) {
  const t = useTranslations('callbacks');
  const {
    data: callback,
    isError,
    dataUpdatedAt,
  } = useQuery({ ...callbackQuery(initial.id), initialData: initial });
  const name = callback.eventName ?? t('noEvent');
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title'), href: '/callbacks' }, { label: callback.subjectId ?? name }]}
        title={name}
        side={
          <>
            <span role="status">
              <StatusChip shown={callbackShown(callback.state)} />
            </span>
            <DateTime at={callback.receivedAt} />
          </>
        }
      />
      {isError && <StaleNote since={dataUpdatedAt} />}
      <div className="split [--split:1.1fr]">
        <div className="stack gap-4">
          <CallbackVerdicts callback={callback} />
          <Card title={t('detail.facts')}>
            <CardBody>
              <FactList>
                <Fact label={t('detail.received')}>
                  <DateTime at={callback.receivedAt} style="seconds" />
                </Fact>
                <Fact label={t('detail.event')}>{name}</Fact>
                <Fact label={t('detail.about')}>
                  {callback.subjectId === null ? (
                    '—'
                  ) : (
                    <CopyableId id={callback.subjectId} what={t('detail.about')} />
                  )}
                </Fact>
                <Fact label={t('detail.app')}>{callback.appName}</Fact>
                <Fact label={t('detail.fingerprint')}>
                  <CopyableId id={callback.sha256} what={t('detail.fingerprint')} />
                </Fact>
              </FactList>
            </CardBody>
          </Card>
        </div>
        <div className="stack gap-4">
          <Bytes
            title={t('detail.body')}
            hint={t('detail.bodyHint', { bytes: callback.bytes })}
            text={callback.body === '' ? t('detail.empty') : callback.body}
          />
          {callback.canonical !== null && callback.canonical !== '' && (
            <Bytes title={t('detail.canonical')} hint={t('detail.canonicalHint')} text={callback.canonical} />
          )}
        </div>
      </div>
    </>
  );
}

function Bytes({ title, hint, text }: Readonly<{ title: string; hint: string; text: string }>) {
  return (
    <Card title={title} hint={hint}>
      <CardBody>
        {/* A long message scrolls in its own place, by keyboard too. */}
        <pre
          tabIndex={0}
          role="region"
          aria-label={title}
          className="mono max-h-100 overflow-y-auto rounded-control bg-sunken p-3 whitespace-pre-wrap text-ink-2"
        >
          {text}
        </pre>
      </CardBody>
    </Card>
  );
}
