'use client';

import { useLocale, useTranslations } from 'next-intl';

import type { Fee } from '@/lib/channels/channels';
import { formatMoney } from '@/lib/money/format-money';
import { WEB_CHANNEL_KINDS, WEB_CHANNELS } from '@/lib/web-payments/schema';

import { FIELD_IDS } from './field-ids';

type ChannelPickerProps = Readonly<{
  chosen: string;
  onChoose: (code: string) => void;
  errors: readonly string[] | undefined;
}>;

/** How the customer pays, grouped by kind, each kind with its fee and least amount: native radio buttons. */
export function ChannelPicker({ chosen, onChoose, errors = [] }: ChannelPickerProps) {
  const t = useTranslations('webPayments');
  const wrong = errors.length > 0;
  return (
    <fieldset
      id={FIELD_IDS.channelCode}
      tabIndex={-1}
      aria-describedby={wrong ? `${FIELD_IDS.channelCode}-errors` : undefined}
      className="grid gap-2.5 outline-none"
    >
      <legend className="mb-1.5 text-hint font-label">{t('form.channel')}</legend>
      {WEB_CHANNEL_KINDS.map((kind) => (
        <Kind key={kind} kind={kind} chosen={chosen} onChoose={onChoose} />
      ))}
      {wrong && (
        <ul id={`${FIELD_IDS.channelCode}-errors`} className="grid gap-0.5 text-hint font-medium text-bad">
          {errors.map((error) => (
            <li key={error}>{error}</li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}

type KindProps = Readonly<{
  kind: (typeof WEB_CHANNEL_KINDS)[number];
  chosen: string;
  onChoose: (code: string) => void;
}>;

function Kind({ kind, chosen, onChoose }: KindProps) {
  const t = useTranslations('webPayments');
  const channels = WEB_CHANNELS.filter((channel) => channel.kind === kind);
  const [first] = channels;
  return (
    <div className="grid gap-x-4 gap-y-1.5 sm:grid-cols-[8.5rem_minmax(0,1fr)]">
      <p className="text-hint text-ink-2 sm:pt-1.5">
        {t(`channelKinds.${kind}`)}
        {first && (
          <span className="text-ink-3 max-sm:before:content-['_·_'] sm:block">
            <FeeWords fee={first.fee} />
          </span>
        )}
      </p>
      <div className="flex flex-wrap content-start items-start gap-1.5">
        {channels.map(({ code, name }) => (
          <label
            key={code}
            className="relative inline-flex min-h-8.5 cursor-pointer items-center rounded-control border border-edge bg-surface px-3 text-cell font-label text-ink-2 hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:min-h-11"
          >
            <input
              type="radio"
              name="channelCode"
              value={code}
              checked={chosen === code}
              onChange={() => onChoose(code)}
              className="absolute inset-0 cursor-[inherit] appearance-none opacity-0"
            />
            {name}
          </label>
        ))}
      </div>
    </div>
  );
}

function FeeWords({ fee }: Readonly<{ fee: Fee }>) {
  const t = useTranslations('webPayments.form');
  const locale = useLocale();
  return 'flat' in fee
    ? t('feeFlat', { fee: formatMoney(fee.flat, locale) })
    : t('feePercent', { percent: fee.basisPoints / 100 });
}
