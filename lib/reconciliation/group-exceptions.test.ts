import { expect, test } from 'vitest';

import { groupExceptions } from './group-exceptions';
import type { ExceptionRow } from './schema';

const row = (id: string, change: Partial<ExceptionRow> = {}): ExceptionRow => ({
  id,
  type: 'FEE_DIFFERS',
  subject: 'order',
  subjectId: id,
  variant: 'tooMuch',
  values: { channel: 'GCash' },
  effect: '0',
  claim: '250',
  state: 'OPEN',
  found: true,
  openedAt: '2026-01-16T00:00:00.000Z',
  resolution: null,
  resolutionNote: null,
  resolvedAt: null,
  resolvedBy: null,
  orderId: null,
  refundId: null,
  payoutId: null,
  statementId: null,
  mayAccept: true,
  mayUndo: false,
  ...change,
});

test('several overcharges of one channel are one line with what they come to', () => {
  const maya = row('d', { values: { channel: 'Maya' } });
  const late = row('x', { type: 'LATE', variant: 'otherDay', claim: null, effect: '-4900' });
  const grouped = groupExceptions([late, row('a'), maya, row('b', { claim: '300' }), row('c')]);
  expect(grouped).toMatchObject([
    { id: 'x' },
    { channel: 'GCash', effect: '0', claim: '800', members: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] },
    { id: 'd' },
  ]);
});

test('one that somebody decided about, or that is to our favour, stays by itself', () => {
  const rows = [
    row('a'),
    row('b', { resolution: 'WAITING' }),
    row('c', { state: 'RESOLVED', resolution: 'ACCEPTED' }),
    row('d', { variant: 'tooLittle', claim: null }),
  ];
  expect(groupExceptions(rows)).toEqual(rows);
});
