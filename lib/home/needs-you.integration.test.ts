import { createHash, randomUUID } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import type { Actor } from '../auth/actor';
import { db } from '../db/client';
import type { MoneyOutStatus } from '../db/generated/enums';
import { loadMessages } from '../i18n/messages';
import { aMerchant } from '../testing/merchant';
import { countWaiting, listNeedsYou } from './queries';

type Books = Readonly<{ actor: Actor; appId: string }>;
const NOW = new Date('2026-11-23T04:00:00Z');
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const DAY = new Date('2026-11-20T00:00:00Z');

function keyOf({ actor, appId }: Books) {
  return { merchantId: actor.merchantId, gatewayAppId: appId };
}

type RefundFacts = Readonly<{ status: MoneyOutStatus; minutes: number; original?: string }> &
  Readonly<Record<string, unknown>>;

async function aRefund(books: Books, { status, minutes, original, ...rest }: RefundFacts): Promise<string> {
  const { id } = await db().refund.create({
    data: {
      ...keyOf(books),
      origin: 'KAHA',
      originalTransactionId: original ?? randomUUID(),
      mchRefundOrderId: randomUUID(),
      amount: 31_000n,
      status,
      createdAt: minutesAgo(minutes),
      sentAt: minutesAgo(minutes),
      ...rest,
    },
  });
  return id;
}

async function anException(
  books: Books,
  day: Date,
  effect: bigint,
  minutes: number,
  type: 'LATE' | 'FEE_DIFFERS',
) {
  await db().reconException.create({
    data: {
      ...keyOf(books),
      day,
      type,
      subjectId: randomUUID(),
      effect,
      detail: {},
      openedAt: minutesAgo(minutes),
    },
  });
}

async function aStatement(books: Books, version: number, state: 'FAILED' | 'READY', minutes: number) {
  return db().statement.create({
    data: {
      ...keyOf(books),
      kind: 'PAYMENT',
      day: DAY,
      version,
      state,
      requestedById: 'x',
      requestedAt: minutesAgo(minutes),
    },
  });
}

async function aCallback(books: Books, state: 'HELD' | 'DEAD' | 'PROCESSED', minutes: number) {
  const bodySha256 = createHash('sha256').update(randomUUID()).digest('hex');
  return db().callback.create({
    data: {
      ...keyOf(books),
      rawBody: Buffer.from('{}'),
      bodySha256,
      genuine: true,
      state,
      subjectId: 'C1',
      receivedAt: minutesAgo(minutes),
    },
  });
}

/** One thing of every kind, and beside each kind something of it that needs nobody. */
async function aBusyMerchant() {
  const books = await aMerchant({ role: 'FINANCE' });
  await aRefund(books, { status: 'UNKNOWN', minutes: 38, unknownSince: minutesAgo(38) });
  await aRefund(books, { status: 'COMPLETE', minutes: 1 });
  await aCallback(books, 'HELD', 90);
  await aCallback(books, 'DEAD', 80);
  await aCallback(books, 'PROCESSED', 70);
  await anException(books, DAY, 1_000n, 200, 'LATE');
  await anException(books, DAY, -2_500n, 180, 'FEE_DIFFERS');
  await aStatement(books, 1, 'FAILED', 300);
  await db().order.create({
    data: {
      ...keyOf(books),
      origin: 'KAHA',
      product: 'WEB_PAYMENT',
      status: 'UNKNOWN',
      amount: 125_050n,
      intentOrderId: 'WB261123K7M2QX9D4TR8',
      createdAt: minutesAgo(12),
      sentAt: minutesAgo(12),
    },
  });
  await db().qrCode.create({
    data: {
      ...keyOf(books),
      mchOrderId: 'QR261123K7M2QX9D4TR8',
      channelCode: 'QRPH_DYNAMIC_QR',
      customerName: 'Juan',
      status: 'UNKNOWN',
      requestKey: randomUUID(),
      createdById: 'x',
      createdAt: minutesAgo(5),
    },
  });
  return books;
}

describe('what needs somebody', () => {
  test('is everything open of every kind, oldest first, exceptions of a day as one', async () => {
    const { actor, appId } = await aBusyMerchant();
    const { needs, total } = await listNeedsYou(actor, NOW);

    expect(total).toBe(7);
    expect(needs.map(({ kind, state, amount, since }) => [kind, state, amount, since])).toEqual([
      ['statement', 'failed', null, minutesAgo(300).toISOString()],
      ['exceptions', 'open', '-1500', minutesAgo(200).toISOString()],
      ['callback', 'held', null, minutesAgo(90).toISOString()],
      ['callback', 'failed', null, minutesAgo(80).toISOString()],
      ['refund', 'unknown', '31000', minutesAgo(38).toISOString()],
      ['order', 'unknown', '125050', minutesAgo(12).toISOString()],
      ['qrCode', 'unknown', null, minutesAgo(5).toISOString()],
    ]);
    expect(needs[1]).toMatchObject({
      href: `/reconciliation/${appId}/2026-11-20`,
      title: { key: 'home.needs.exceptions.title', values: { count: 2, day: '2026-11-20' } },
      why: { key: 'home.needs.exceptions.why', values: { type: 'SEVERAL' } },
      signed: true,
    });
  });

  test('says everything in words that exist', async () => {
    const { actor } = await aBusyMerchant();
    const { home } = await loadMessages('en');
    const { needs } = await listNeedsYou(actor, NOW);
    const keys = needs.flatMap(({ title, why }) => [title.key, why.key]);
    const wordsOf = (key: string) =>
      key
        .split('.')
        .slice(1)
        .reduce<unknown>((tree, name) => (tree as Record<string, unknown>)[name], home);
    expect(keys.filter((key) => typeof wordsOf(key) !== 'string')).toEqual([]);
  });

  test('leaves out the kinds that a role may not see, and counts only what it may', async () => {
    const { actor, colleague } = await aBusyMerchant();
    const support = await colleague('SUPPORT');

    const seen = await listNeedsYou(support, NOW);
    expect(seen.needs.map(({ kind }) => kind)).toEqual(['refund', 'order', 'qrCode']);
    expect(await countWaiting(support, NOW)).toEqual({ refunds: 1, reconciliation: 0, callbacks: 0 });
    expect(await countWaiting(actor, NOW)).toEqual({ refunds: 1, reconciliation: 2, callbacks: 2 });
  });

  test('is nothing of another merchant', async () => {
    await aBusyMerchant();
    const { actor } = await aMerchant();
    expect(await listNeedsYou(actor, NOW)).toEqual({ needs: [], total: 0 });
    expect(await countWaiting(actor, NOW)).toEqual({ refunds: 0, reconciliation: 0, callbacks: 0 });
  });

  test('shows the 50 oldest and says how many there are', async () => {
    const books = await aMerchant();
    for (let minutes = 1; minutes <= 53; minutes += 1) await aRefund(books, { status: 'UNKNOWN', minutes });
    const { needs, total } = await listNeedsYou(books.actor, NOW);
    expect(total).toBe(53);
    expect(needs).toHaveLength(50);
    expect(needs[0]?.since).toBe(minutesAgo(53).toISOString());
    expect(needs[49]?.since).toBe(minutesAgo(4).toISOString());
  });
});

describe('a refund needs somebody', () => {
  test('when it failed or was refused, with its code, until another is sent for the same payment', async () => {
    const books = await aMerchant();
    await aRefund(books, { status: 'REFUSED', refusedCode: 1509, minutes: 50, original: 'C1' });
    await aRefund(books, { status: 'FAILED', failedCode: '-10010', minutes: 40, original: 'C2' });
    await aRefund(books, { status: 'FAILED', failedCode: '-10010', minutes: 30, original: 'C3' });
    await aRefund(books, { status: 'IN_PROGRESS', minutes: 20, original: 'C3' });
    await aRefund(books, { status: 'FAILED', minutes: 31 * 24 * 60, original: 'C4' });

    const { needs } = await listNeedsYou(books.actor, NOW);
    expect(needs.map(({ state, why, code }) => [state, why.key, code])).toEqual([
      ['failed', 'home.needs.refund.refused', { place: 'answer', code: '1509' }],
      ['failed', 'home.needs.refund.failed', { place: 'failedCode', code: '-10010' }],
    ]);
  });

  test('when it is not known, proved not taken, or left behind while sending', async () => {
    const books = await aMerchant();
    await aRefund(books, { status: 'UNKNOWN', minutes: 90, provedNotTakenAt: minutesAgo(70) });
    await aRefund(books, { status: 'SENDING', minutes: 60 });
    await aRefund(books, { status: 'SENDING', minutes: 0 });

    const { needs } = await listNeedsYou(books.actor, NOW);
    expect(needs.map(({ state, why }) => [state, why.key])).toEqual([
      ['unknown', 'home.needs.refund.notTaken'],
      ['unknown', 'home.needs.refund.unknown'],
    ]);
  });
});

test('a statement that failed and was fetched again needs nobody', async () => {
  const books = await aMerchant();
  await aStatement(books, 1, 'FAILED', 60);
  await aStatement(books, 2, 'READY', 30);
  expect((await listNeedsYou(books.actor, NOW)).total).toBe(0);
});
