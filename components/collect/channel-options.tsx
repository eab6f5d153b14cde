import { useTranslations } from 'next-intl';

import { WEB_CHANNEL_KINDS, WEB_CHANNELS } from '@/lib/web-payments/schema';

/** The channels of web payments as choices of a select, grouped by kind. */
export function ChannelOptions() {
  const t = useTranslations('webPayments.channelKinds');
  return WEB_CHANNEL_KINDS.map((kind) => (
    <optgroup key={kind} label={t(kind)}>
      {WEB_CHANNELS.filter((channel) => channel.kind === kind).map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </optgroup>
  ));
}
