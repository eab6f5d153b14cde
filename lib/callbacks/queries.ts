import 'server-only';

import { z } from 'zod';

import { type Actor, assertCan } from '../auth/actor';
import { timeRange } from '../collect/time-range';
import { db } from '../db/client';
import type { Callback, Prisma } from '../db/generated/client';
import type { Message } from '../i18n/message';
import { maskBody, maskCanonical } from './mask-fields';
import { REJECTED_KEPT_PER_HOUR } from './receive-callback';
import {
  CALLBACK_VIEWS,
  type CallbackDetail,
  type CallbackFilter,
  type CallbackPage,
  type CallbackRow,
  type CallbackView,
  EVENT_PREFIXES,
  STATES_OF_VIEW,
} from './schema';
import type { CallbackState } from './status';

const PAGE_SIZE = 50;
const DUPLICATES_SHOWN = 50;
const HOUR_MS = 3_600_000;

/** What PayCools told us, newest first, one page at a time, with exact counts for every tab. */
export async function listCallbacks(actor: Actor, filter: CallbackFilter): Promise<CallbackPage> {
  assertCan(actor, 'callbacks:read');
  const everyView = whereOf(actor, filter);
  const where = filter.view ? { ...everyView, state: { in: [...STATES_OF_VIEW[filter.view]] } } : everyView;
  const [page, groups, rejected] = await Promise.all([
    readPage(actor, where, filter),
    db().callback.groupBy({ by: ['state'], where: everyView, _count: { _all: true } }),
    fullestHour(actor),
  ]);
  const count = (states: readonly CallbackState[]) =>
    groups.reduce((sum, group) => sum + (states.includes(group.state) ? group._count._all : 0), 0);
  const counts = Object.fromEntries(
    CALLBACK_VIEWS.map((view) => [view, count(STATES_OF_VIEW[view])]),
  ) as Record<CallbackView, number>;
  const all = groups.reduce((sum, group) => sum + group._count._all, 0);
  return {
    ...page,
    total: filter.view ? counts[filter.view] : all,
    counts: { ...counts, all },
    rejectedCapReached: rejected >= REJECTED_KEPT_PER_HOUR,
  };
}

/** Everything about one callback; null for another merchant's, exactly as for one that never was. */
export async function findCallback(actor: Actor, callbackId: string): Promise<CallbackDetail | null> {
  assertCan(actor, 'callbacks:read');
  if (!z.uuid().safeParse(callbackId).success) return null;
  const { merchantId } = actor;
  const callback = await db().callback.findUnique({
    where: { merchantId_id: { merchantId, id: callbackId } },
    include: {
      app: { select: { appName: true } },
      order: { select: { id: true, mchOrderId: true } },
      refund: { select: { id: true, mchRefundOrderId: true } },
      payout: { select: { id: true, mchOrderId: true } },
    },
  });
  if (!callback) return null;
  const [first, again] = await Promise.all([
    callback.duplicateOfId === null
      ? null
      : db().callback.findUnique({
          where: { merchantId_id: { merchantId, id: callback.duplicateOfId } },
          select: { id: true, receivedAt: true },
        }),
    db().callback.findMany({
      where: { merchantId, duplicateOfId: callback.id },
      orderBy: { receivedAt: 'asc' },
      take: DUPLICATES_SHOWN,
      select: { id: true, receivedAt: true },
    }),
  ]);
  const { order, refund, payout } = callback;
  return {
    ...rowOf(callback),
    isMoving: callback.state === 'RECEIVED',
    appName: callback.app.appName,
    bytes: callback.rawBody.byteLength,
    sha256: callback.bodySha256,
    body: maskBody(Buffer.from(callback.rawBody).toString('utf8')),
    canonical: callback.canonical === null ? null : maskCanonical(callback.canonical),
    processedAt: callback.processedAt?.toISOString() ?? null,
    order: order && { id: order.id, orderId: order.mchOrderId },
    refund: refund && { id: refund.id, refundId: refund.mchRefundOrderId },
    payout: payout && { id: payout.id, orderId: payout.mchOrderId },
    duplicateOf: first && delivery(first),
    duplicates: again.map(delivery),
  };
}

function delivery({ id, receivedAt }: Pick<Callback, 'id' | 'receivedAt'>) {
  return { id, receivedAt: receivedAt.toISOString() };
}

function whereOf({ merchantId }: Actor, filter: CallbackFilter): Prisma.CallbackWhereInput {
  const where: Prisma.CallbackWhereInput = { merchantId };
  const range = timeRange(filter.from, filter.to);
  if (range) where.receivedAt = range;
  if (filter.verdict === 'notGenuine') where.genuine = false;
  if (filter.verdict === 'genuine') where.genuine = true;
  if (filter.verdict === 'ambiguous') where.ambiguous = true;
  if (filter.verdict === 'duplicate') where.duplicateOfId = { not: null };
  const and: Prisma.CallbackWhereInput[] = [];
  if (filter.about)
    and.push({ OR: EVENT_PREFIXES[filter.about].map((prefix) => ({ eventName: { startsWith: prefix } })) });
  if (filter.q) {
    const contains = filter.q.replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`);
    and.push({
      OR: [
        { subjectId: { contains, mode: 'insensitive' } },
        { eventName: { contains, mode: 'insensitive' } },
        { canonical: { contains, mode: 'insensitive' } },
      ],
    });
  }
  return and.length > 0 ? { ...where, AND: and } : where;
}

async function readPage(
  { merchantId }: Actor,
  where: Prisma.CallbackWhereInput,
  { after, before }: CallbackFilter,
): Promise<Pick<CallbackPage, 'rows' | 'newer' | 'older'>> {
  const backwards = before !== undefined;
  const direction = backwards ? 'asc' : 'desc';
  const id = before ?? after;
  const edge = id
    ? await db().callback.findUnique({
        where: { merchantId_id: { merchantId, id } },
        select: { receivedAt: true, id: true },
      })
    : null;
  const found = await db().callback.findMany({
    where: edge ? { AND: [where, beside(edge, backwards)] } : where,
    orderBy: [{ receivedAt: direction }, { id: direction }],
    take: PAGE_SIZE + 1,
  });
  const page = found.slice(0, PAGE_SIZE);
  const more = found.length > PAGE_SIZE;
  if (backwards) page.reverse();
  return {
    rows: page.map(rowOf),
    newer: (backwards ? more : edge !== null) ? (page.at(0)?.id ?? null) : null,
    older: backwards || more ? (page.at(-1)?.id ?? null) : null,
  };
}

function beside(
  { receivedAt, id }: Pick<Callback, 'receivedAt' | 'id'>,
  backwards: boolean,
): Prisma.CallbackWhereInput {
  return backwards
    ? { OR: [{ receivedAt: { gt: receivedAt } }, { receivedAt, id: { gt: id } }] }
    : { OR: [{ receivedAt: { lt: receivedAt } }, { receivedAt, id: { lt: id } }] };
}

function rowOf(callback: Callback): CallbackRow {
  const { id, receivedAt, eventName, subjectId, state, genuine, ambiguous, duplicateOfId } = callback;
  return {
    id,
    eventName,
    subjectId,
    state,
    genuine,
    ambiguous,
    receivedAt: receivedAt.toISOString(),
    said: saidOf(callback),
    isDuplicate: duplicateOfId !== null,
  };
}

const values = z.record(z.string(), z.union([z.string(), z.number()])).catch({});

function saidOf({ reason, reasonValues, state }: Callback): Message | null {
  // Only books that were loaded as a whole hold a processed callback without a reason.
  if (reason === null && state === 'PROCESSED') return { key: 'callbacks.done.loaded' };
  return reason === null ? null : { key: reason, values: values.parse(reasonValues) };
}

async function fullestHour({ merchantId }: Actor): Promise<number> {
  const since = new Date(Date.now() - HOUR_MS);
  const groups = await db().callback.groupBy({
    by: ['gatewayAppId'],
    where: { merchantId, state: 'REJECTED', receivedAt: { gt: since } },
    _count: { _all: true },
  });
  return Math.max(0, ...groups.map(({ _count }) => _count._all));
}
