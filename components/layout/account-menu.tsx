'use client';

import { LogOut } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { signOut } from 'next-auth/react';
import { useLocale, useTranslations } from 'next-intl';
import { useTheme } from 'next-themes';
import { useTransition } from 'react';
import { toast } from 'sonner';

import { DropdownMenu, MenuChoice, MenuChoices, MenuItem, MenuLine } from '@/components/ui/dropdown-menu';
import type { Preferences } from '@/lib/account/schema';
import { THEMES } from '@/lib/account/themes';
import type { Role } from '@/lib/auth/permissions';
import { LOCALES } from '@/lib/i18n/locales';

import { LANGUAGE_NAMES, type SavePreferences } from './preferences';

type AccountMenuProps = Readonly<{
  name: string;
  role: Role;
  /** Shown in the menu, because the top bar of a phone has no room for it. */
  company: string;
  save: SavePreferences;
}>;

/** Who is signed in and as what, the person's language and theme, and the way out. */
export function AccountMenu({ name, role, company, save }: AccountMenuProps) {
  const t = useTranslations('account');
  const locale = useLocale();
  const router = useRouter();
  const { theme = 'system', setTheme } = useTheme();
  const [leaving, startLeaving] = useTransition();
  const [saving, startSaving] = useTransition();

  function keep(preferences: Preferences) {
    startSaving(async () => {
      if (!(await isSaved(save, preferences))) toast.error(t('notSaved'));
      else if (preferences.locale !== undefined) router.refresh();
    });
  }

  function leave() {
    startLeaving(async () => {
      try {
        await signOut({ callbackUrl: '/sign-in' });
      } catch {
        toast.error(t('notSignedOut'));
      }
    });
  }

  return (
    <DropdownMenu
      label={t('menu', { name })}
      trigger={<span aria-hidden>{initialsOf(name)}</span>}
      triggerClassName="grid size-7.5 place-items-center rounded-full border border-line bg-surface text-hint font-strong hover:bg-sunken data-[state=open]:bg-sunken pointer-coarse:size-10"
    >
      <div className="px-2.5 pt-1.5 pb-1">
        <p className="font-strong wrap-anywhere">{name}</p>
        <p className="text-hint text-ink-3">
          {t(`roles.${role}`)}, {company}
        </p>
      </div>
      <MenuLine />
      <MenuChoices
        label={t('language')}
        value={locale}
        onChoose={(value) => {
          const chosen = LOCALES.find((known) => known === value);
          if (chosen !== undefined) keep({ locale: chosen });
        }}
      >
        {LOCALES.map((known) => (
          <MenuChoice key={known} value={known} disabled={saving}>
            <span lang={known}>{LANGUAGE_NAMES[known]}</span>
          </MenuChoice>
        ))}
      </MenuChoices>
      <MenuLine />
      <MenuChoices
        label={t('theme')}
        value={theme}
        onChoose={(value) => {
          const chosen = THEMES.find((known) => known === value);
          if (chosen === undefined) return;
          setTheme(chosen);
          keep({ theme: chosen });
        }}
      >
        {THEMES.map((known) => (
          <MenuChoice key={known} value={known}>
            {t(`themes.${known}`)}
          </MenuChoice>
        ))}
      </MenuChoices>
      <MenuLine />
      <MenuItem icon={<LogOut aria-hidden />} onSelect={leave}>
        {leaving ? t('signingOut') : t('signOut')}
      </MenuItem>
    </DropdownMenu>
  );
}

async function isSaved(save: SavePreferences, preferences: Preferences): Promise<boolean> {
  const form = new FormData();
  for (const [name, value] of Object.entries(preferences)) if (value) form.set(name, value);
  try {
    return (await save(form)).ok;
  } catch {
    return false;
  }
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const [first = '', last = ''] = [words.at(0), words.length > 1 ? words.at(-1) : ''];
  return `${Array.from(first)[0] ?? ''}${Array.from(last)[0] ?? ''}`.toUpperCase();
}
