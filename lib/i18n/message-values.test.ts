import { expect, test } from 'vitest';

import { messageValues } from './message-values';

test('values named …Centavos read as money', () => {
  expect(messageValues({ leftCentavos: '75025', centavos: '-14975' }, 'en')).toEqual({
    leftCentavos: '₱750.25',
    centavos: '\u2212₱149.75',
  });
});

test('money beyond what a float can hold keeps its last centavo', () => {
  expect(messageValues({ paidCentavos: '9007199254740993' }, 'en')).toEqual({
    paidCentavos: '₱90,071,992,547,409.93',
  });
});

test('values named …Day read as a Manila day, values named …At as an instant in Manila', () => {
  expect(messageValues({ untilDay: '2027-01-20', paidAt: '2026-11-22T16:05:00.000Z' }, 'en')).toEqual({
    untilDay: '20 Jan 2027',
    paidAt: '23 Nov 2026, 00:05 PHT',
  });
});

test('everything else stays as it is, and so does what cannot be read', () => {
  expect(
    messageValues({ days: 63, channel: 'GCash', format: 'x', untilDay: 'soon', sentAt: 'later' }, 'en'),
  ).toEqual({
    days: 63,
    channel: 'GCash',
    format: 'x',
    untilDay: 'soon',
    sentAt: 'later',
  });
  expect(messageValues(undefined, 'en')).toEqual({});
});
