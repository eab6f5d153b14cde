import { expect, test } from 'vitest';

import type { Actor } from '../auth/actor';
import { db } from '../db/client';
import { aMerchant } from '../testing/merchant';
import { savePreferences } from './save-preferences';
import { Preferences } from './schema';

async function stored({ userId }: Actor) {
  const person = await db().person.findUniqueOrThrow({ where: { id: userId } });
  const events = await db().personEvent.findMany({ where: { personId: userId }, orderBy: { seq: 'asc' } });
  return {
    locale: person.locale,
    theme: person.theme,
    events: events.map(({ action, detail }) => ({ action, detail })),
  };
}

test('keeps language and theme with one event each, and writes nothing for what is set already', async () => {
  const { actor, colleague } = await aMerchant();
  const viewer = await colleague('VIEWER');

  await savePreferences(viewer, { locale: 'fil' });
  await savePreferences(viewer, { locale: 'fil' });
  await savePreferences(viewer, { theme: 'dark', locale: 'fil' });

  expect(await stored(viewer)).toEqual({
    locale: 'fil',
    theme: 'dark',
    events: [
      { action: 'settings-changed', detail: { locale: 'fil' } },
      { action: 'settings-changed', detail: { theme: 'dark' } },
    ],
  });
  expect(await stored(actor)).toEqual({ locale: null, theme: null, events: [] });
});

test('a person who is gone is not found, and nothing is written', async () => {
  const { actor } = await aMerchant();
  const gone = { ...actor, userId: '00000000-0000-7000-8000-000000000000' };
  await expect(savePreferences(gone, { theme: 'light' })).rejects.toMatchObject({ code: 'not-found' });
  expect(await db().personEvent.count({ where: { personId: gone.userId } })).toBe(0);
});

test('only languages and themes that exist are settings', () => {
  expect(Preferences.safeParse({ locale: 'zh-Hans', theme: 'system' }).success).toBe(true);
  expect(Preferences.safeParse({ locale: 'de' }).error?.issues[0]?.message).toBe('account.errors.locale');
  expect(Preferences.safeParse({ theme: 'neon' }).error?.issues[0]?.message).toBe('account.errors.theme');
  expect(Preferences.safeParse({}).error?.issues[0]?.message).toBe('account.errors.nothing');
});
