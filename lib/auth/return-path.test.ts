import { expect, test } from 'vitest';

import { returnPath } from './return-path';

test('an address inside Kaha is kept, with its filter and place on the page', () => {
  expect(returnPath('/orders?status=COMPLETE#row-3')).toBe('/orders?status=COMPLETE#row-3');
  expect(returnPath('/')).toBe('/');
});

test.each([
  undefined,
  '',
  'orders',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/..//evil.example',
  'javascript:alert(1)',
])('%j leads home', (text) => {
  expect(returnPath(text)).toBe('/');
});

test('the sign-in page does not lead back to itself', () => {
  expect(returnPath('/sign-in?callbackUrl=%2F')).toBe('/');
});
