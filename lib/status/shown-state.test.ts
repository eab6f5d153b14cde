import { expect, test } from 'vitest';

import {
  CallbackState,
  ExceptionState,
  MoneyOutStatus,
  OrderStatus,
  QrCodeStatus,
  StatementState,
} from '@/lib/db/generated/enums';
import words from '@/messages/en/status.json';

import {
  callbackShown,
  exceptionShown,
  orderShown,
  payoutShown,
  qrCodeShown,
  refundShown,
  statementShown,
} from './shown-state';

test('a payment on its way is in progress, whatever the wire calls it', () => {
  expect(orderShown('SENDING')).toEqual({ state: 'inProgress' });
  expect(orderShown('PENDING')).toEqual({ state: 'inProgress' });
  expect(refundShown('READY')).toEqual({ state: 'inProgress' });
  expect(refundShown('SENDING')).toEqual({ state: 'inProgress' });
  expect(payoutShown('IN_PROGRESS')).toEqual({ state: 'inProgress' });
});

test('unknown is never shown as failed', () => {
  expect(orderShown('UNKNOWN')).toEqual({ state: 'unknown' });
  expect(refundShown('UNKNOWN')).toEqual({ state: 'unknown' });
  expect(qrCodeShown('UNKNOWN')).toEqual({ state: 'unknown' });
});

test('refused and failed read as failed', () => {
  expect(orderShown('REFUSED')).toEqual({ state: 'failed' });
  expect(refundShown('FAILED')).toEqual({ state: 'failed' });
});

test('what is closed says why where it is known', () => {
  expect(orderShown('CLOSED')).toEqual({ state: 'closed' });
  expect(refundShown('CANCELLED')).toEqual({ state: 'closed', because: 'cancelled' });
  expect(refundShown('REJECTED')).toEqual({ state: 'closed', because: 'rejected' });
  expect(refundShown('WITHDRAWN')).toEqual({ state: 'closed', because: 'withdrawn' });
  expect(payoutShown('EXPIRED')).toEqual({ state: 'closed', because: 'expired' });
  expect(qrCodeShown('CANCEL')).toEqual({ state: 'closed', because: 'cancelled' });
});

test('callbacks, statements and exceptions use the same family of words', () => {
  expect(callbackShown('HELD')).toEqual({ state: 'held' });
  expect(callbackShown('DEAD')).toEqual({ state: 'failed' });
  expect(statementShown('READY')).toEqual({ state: 'complete' });
  expect(exceptionShown('OPEN')).toEqual({ state: 'open' });
  expect(exceptionShown('GONE')).toEqual({ state: 'closed', because: 'gone' });
});

test('every state that the database knows has its words', () => {
  const shown = [
    ...Object.values(OrderStatus).map(orderShown),
    ...Object.values(MoneyOutStatus).map(refundShown),
    ...Object.values(MoneyOutStatus).map(payoutShown),
    ...Object.values(QrCodeStatus).map(qrCodeShown),
    ...Object.values(CallbackState).map(callbackShown),
    ...Object.values(StatementState).map(statementShown),
    ...Object.values(ExceptionState).map(exceptionShown),
  ];

  expect(shown).toHaveLength(49);
  for (const { state, because } of shown) {
    expect(words[state], state).toMatch(/^[A-Z]/u);
    if (because !== undefined) expect(words.because[because], because).toMatch(/^[a-z]/u);
  }
});
