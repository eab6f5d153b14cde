import 'server-only';

import { type Actor, assertCan, can } from '../auth/actor';
import { maskEmail } from '../collect/mask-email';
import { timeRange } from '../collect/time-range';
import { db } from '../db/client';
import type { Prisma, QrCode } from '../db/generated/client';
import type { Message } from '../i18n/message';
import { parsePesos } from '../money/money';
import { checkEmv } from './emv';
import { NOT_FOUND } from './qr-step';
import { listQrEvents } from './qr-events';
import { paidByQrCode, toRow } from './qr-code-row';
import {
  channelOfKind,
  type QrCodeDetail,
  type QrCodeFilter,
  type QrCodePage,
  type QrCodeView,
} from './schema';
import { isCancellable, type QrCodeStatus } from './status';

const PAGE_SIZE = 50;
const PAYMENTS_SHOWN = 50;

const STATUSES_OF = {
  active: ['SENDING', 'ACTIVE'],
  unknown: ['UNKNOWN'],
  closed: ['INACTIVE', 'CANCEL'],
  failed: ['REFUSED'],
} as const satisfies Record<Exclude<QrCodeView, 'complete'>, readonly QrCodeStatus[]>;

/** A code for one payment that has come: complete, whatever PayCools calls the code. */
const COMPLETE: Prisma.QrCodeWhereInput = {
  channelCode: { not: channelOfKind('STATIC').code },
  orders: { some: { status: 'COMPLETE' } },
};

/** The merchant's QR codes, newest first, one page at a time, with exact totals of the whole filter. */
export async function listQrCodes(actor: Actor, filter: QrCodeFilter): Promise<QrCodePage> {
  assertCan(actor, 'orders:read');
  const { merchantId } = actor;
  const everyView = whereOf(actor, filter);
  const where = { AND: [everyView, ofView(filter.view)] };

  const [{ rows, newer, older }, codes, payments, complete, byStatus] = await Promise.all([
    readPage(merchantId, where, filter),
    db().qrCode.count({ where }),
    db().order.aggregate({
      where: { merchantId, status: 'COMPLETE', qrCode: where },
      _count: { _all: true },
      _sum: { amount: true },
    }),
    db().qrCode.count({ where: { AND: [everyView, COMPLETE] } }),
    db().qrCode.groupBy({
      by: ['status'],
      where: { AND: [everyView, { NOT: COMPLETE }] },
      _count: { _all: true },
    }),
  ]);
  const paid = await paidByQrCode(
    merchantId,
    rows.map(({ id }) => id),
  );
  const count = (statuses: readonly QrCodeStatus[]) =>
    byStatus.reduce((sum, group) => sum + (statuses.includes(group.status) ? group._count._all : 0), 0);
  return {
    rows: rows.map((row) => toRow(row, paid.get(row.id))),
    newer,
    older,
    total: { codes, payments: payments._count._all, centavos: (payments._sum.amount ?? 0n).toString() },
    counts: {
      all: complete + byStatus.reduce((sum, group) => sum + group._count._all, 0),
      active: count(STATUSES_OF.active),
      complete,
      unknown: count(STATUSES_OF.unknown),
      closed: count(STATUSES_OF.closed),
      failed: count(STATUSES_OF.failed),
    },
  };
}

/** One QR code with its payments and its story; null for another merchant's, exactly as for one that never was. */
export async function findQrCode(actor: Actor, qrCodeId: string): Promise<QrCodeDetail | null> {
  assertCan(actor, 'orders:read');
  const { merchantId } = actor;
  const code = await db().qrCode.findUnique({
    where: { merchantId_id: { merchantId, id: qrCodeId } },
    include: { app: { select: { appName: true } } },
  });
  if (!code) return null;
  const [paid, payments, openPayments, events] = await Promise.all([
    paidByQrCode(merchantId, [code.id]),
    db().order.findMany({
      where: { merchantId, qrCodeId: code.id },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: PAYMENTS_SHOWN,
      select: {
        id: true,
        transactionId: true,
        amount: true,
        status: true,
        createdAt: true,
        completedAt: true,
      },
    }),
    db().order.count({ where: { merchantId, qrCodeId: code.id, status: 'PENDING' } }),
    listQrEvents(code),
  ]);
  const row = toRow(code, paid.get(code.id));
  const withheld = withheldBecause(code);
  return {
    ...row,
    qrcodeId: code.qrcodeId,
    appName: code.app.appName,
    email: code.email === null ? null : maskEmail(code.email),
    qrLink: withheld === null ? code.qrLink : null,
    refusedCode: code.refusedCode,
    notTaken: code.status === 'REFUSED' && code.refusedCode === NOT_FOUND,
    canCancel: isCancellable(code.status) && row.over !== 'paid' && can(actor, 'collect:manage'),
    hasPicture: code.content !== null && withheld === null,
    withheld,
    payments: payments.map(({ id, createdAt, completedAt, amount, ...rest }) => ({
      ...rest,
      orderId: id,
      amount: amount.toString(),
      at: (completedAt ?? createdAt).toISOString(),
    })),
    openPayments,
    events,
  };
}

/** The text to draw, or null where there is none or our own check withholds it. */
export async function findQrContent(
  actor: Actor,
  qrCodeId: string,
): Promise<Readonly<{ content: string; mchOrderId: string }> | null> {
  assertCan(actor, 'orders:read');
  const code = await db().qrCode.findUnique({
    where: { merchantId_id: { merchantId: actor.merchantId, id: qrCodeId } },
  });
  if (code?.content == null || withheldBecause(code) !== null) return null;
  return { content: code.content, mchOrderId: code.mchOrderId };
}

function withheldBecause({ content, amount }: QrCode): Message | null {
  if (content === null) return null;
  const verdict = checkEmv(content, amount);
  if (verdict.ok) return null;
  const values = {
    found: verdict.found,
    ...(amount !== null && { askedCentavos: amount.toString() }),
    ...(verdict.amount !== null && { foundCentavos: verdict.amount.toString() }),
  };
  return { key: `qrCodes.withheld.${verdict.fault}`, values };
}

async function readPage(merchantId: string, where: Prisma.QrCodeWhereInput, { after, before }: QrCodeFilter) {
  const at = before ?? after;
  const found = await db().qrCode.findMany({
    where,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: before ? -(PAGE_SIZE + 1) : PAGE_SIZE + 1,
    ...(at !== undefined && { cursor: { merchantId_id: { merchantId, id: at } }, skip: 1 }),
  });
  const isMore = found.length > PAGE_SIZE;
  const rows = before ? found.slice(isMore ? 1 : 0) : found.slice(0, PAGE_SIZE);
  const hasNewer = before ? isMore : at !== undefined;
  const hasOlder = before ? true : isMore;
  return {
    rows,
    newer: hasNewer ? (rows[0]?.id ?? null) : null,
    older: hasOlder ? (rows.at(-1)?.id ?? null) : null,
  };
}

function ofView(view: QrCodeView | undefined): Prisma.QrCodeWhereInput {
  if (view === undefined) return {};
  if (view === 'complete') return COMPLETE;
  return { status: { in: [...STATUSES_OF[view]] }, NOT: COMPLETE };
}

function whereOf({ merchantId }: Actor, filter: QrCodeFilter): Prisma.QrCodeWhereInput {
  const where: Prisma.QrCodeWhereInput = { merchantId };
  const staticCode = channelOfKind('STATIC').code;
  if (filter.kind) where.channelCode = filter.kind === 'STATIC' ? staticCode : { not: staticCode };
  if (filter.paid) {
    const complete = { status: 'COMPLETE' as const };
    where.orders = filter.paid === 'yes' ? { some: complete } : { none: complete };
  }
  const createdAt = timeRange(filter.from, filter.to);
  if (createdAt) where.createdAt = createdAt;
  if (filter.q) where.OR = matching(filter.q);
  return where;
}

function matching(q: string): Prisma.QrCodeWhereInput[] {
  const amount = parsePesos(q);
  const id = q.toUpperCase();
  return [
    { mchOrderId: { startsWith: id } },
    { qrcodeId: { startsWith: id } },
    { customerName: { contains: q, mode: 'insensitive' } },
    { remark: { contains: q, mode: 'insensitive' } },
    ...(amount.ok ? [{ amount: amount.centavos }] : []),
  ];
}
