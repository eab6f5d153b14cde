import { useTranslations } from 'next-intl';

import { Select } from '@/components/ui/select';

type AppSelectProps = Readonly<{ apps: readonly Readonly<{ appId: string; appName: string }>[] }>;

/** Through which PayCools app the money comes in; asked only where there is a choice. */
export function AppSelect({ apps }: AppSelectProps) {
  const t = useTranslations('collect');
  if (apps.length < 2) return null;
  return (
    <Select label={t('app')} name="appId" defaultValue={apps[0]?.appId} className="max-w-80">
      {apps.map(({ appId, appName }) => (
        <option key={appId} value={appId}>
          {appName}
        </option>
      ))}
    </Select>
  );
}
