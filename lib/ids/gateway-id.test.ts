import { expect, test } from 'vitest';

import { makeGatewayId } from './gateway-id';

test('an id is 20 letters and digits that start with its kind and Manila day', () => {
  expect(makeGatewayId('WB', new Date('2026-11-22T16:30:00Z'))).toMatch(/^WB261123[0-9A-HJKMNP-TV-Z]{12}$/);
});

test('ten thousand ids are ten thousand different ids', () => {
  expect(new Set(Array.from({ length: 10_000 }, () => makeGatewayId('RF'))).size).toBe(10_000);
});
