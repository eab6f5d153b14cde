import { expect, test } from 'vitest';

import { gatewaySpelling } from './gateway-spelling';
import { listCodes } from '../gateway/codes';
import { loadMessages } from '../i18n/messages';
import { whereToAct } from './where-to-act';

test('reasons of failure are written with their minus sign, other codes as they are', () => {
  expect(gatewaySpelling('failedCode', '10005')).toBe('-10005');
  expect(gatewaySpelling('failedCode', '77')).toBe('77');
  expect(gatewaySpelling('answer', '1509')).toBe('1509');
  expect(gatewaySpelling('verification', '2000')).toBe('2000');
});

test('every link of the advice has its words, and every section its name', async () => {
  const { codePages } = await loadMessages('en');
  const { links } = codePages['facts'] as { links: Record<string, string> };
  const { sections } = codePages['gateway'] as { sections: Record<string, string> };
  const codes = listCodes();

  const screens = codes.flatMap(({ place, code }) => whereToAct(place, code) ?? []);
  expect(screens.filter(({ label }) => !(label in links))).toEqual([]);
  expect(screens.length).toBeGreaterThan(10);
  const named = codes.flatMap((entry) => entry.sections).filter((section) => section !== '*');
  expect(named.filter((section) => !(section.replace('.', '_') in sections))).toEqual([]);
});
