import type { z } from 'zod';
import { DEFAULT_SETTINGS, findApp, saveApp, type App } from './apps';
import { forgedBody, insertCallback, type CallbackBody } from './callbacks';
import { ControlError } from './control-error';
import type {
  adjustSchema,
  appSchema,
  faultsSchema,
  forgeSchema,
  resendSchema,
  settleRefundSchema,
} from './control-schema';
import { inTransaction } from './database';
import { setFaults } from './faults';
import { makeHistory } from './history/make-history';
import { book } from './ledger';
import { settleRefund, type RefundRow } from './refund-settlement';
import type { SandboxContext } from './sandbox-context';

type CallbackRow = { event_name: string; reference: string; mch_order_id: string; url: string; body: string };

/** Creates or changes an app; its opening balance and its history are booked the first time they are named. */
export async function putApp(context: SandboxContext, input: z.infer<typeof appSchema>): Promise<App> {
  const { openingBalance, history, settings, ...change } = input;
  return inTransaction(context.pool, async (tx) => {
    const known = change.appId === undefined ? null : await findApp(tx, change.appId);
    const changed = { ...(known?.settings ?? DEFAULT_SETTINGS), ...withoutUndefined(settings ?? {}) };
    const saved = await saveApp(tx, { ...change, settings: changed }, context.timeScale);
    const openingAt = context.now();
    if (history !== undefined) await makeHistory(tx, saved, history, openingBalance ?? null);
    else if (openingBalance !== undefined && known === null) {
      const reference = 'opening balance';
      await book(tx, {
        appId: saved.appId,
        at: openingAt,
        cause: 'OPENING',
        amount: openingBalance,
        reference,
      });
    }
    return (await findApp(tx, saved.appId)) ?? saved;
  });
}

/** Replaces the faults of an app. */
export async function putFaults(
  context: SandboxContext,
  app: App,
  faults: z.infer<typeof faultsSchema>,
): Promise<void> {
  const standing = faults.map(({ fault, operation, times, ...settings }) => ({
    fault,
    operation: operation ?? null,
    timesLeft: times ?? null,
    settings,
  }));
  await inTransaction(context.pool, (tx) => setFaults(tx, app.appId, standing));
}

/** Ends a PENDING refund the way the operator says. */
export async function endRefund(
  context: SandboxContext,
  app: App,
  { mchRefundOrderId, status, failedCode }: z.infer<typeof settleRefundSchema>,
): Promise<string> {
  return inTransaction(context.pool, async (tx) => {
    const { rows } = await tx.query<RefundRow>(
      'SELECT * FROM sandbox.refunds WHERE app_id = $1 AND mch_refund_order_id = $2 FOR UPDATE',
      [app.appId, mchRefundOrderId],
    );
    const row = rows[0];
    if (row === undefined) throw new ControlError(404, 'there is no such refund');
    const code = status === 'FAILED' ? (failedCode ?? -10010) : null;
    const ending = { status, failedCode: code, at: context.now() };
    if (!(await settleRefund(tx, app, row, ending)))
      throw new ControlError(409, `it is ${row.status} already`);
    return row.refund_transaction_id;
  });
}

/** Moves the balance by hand: a top-up, a settlement, an adjustment. */
export async function adjustBalance(
  context: SandboxContext,
  app: App,
  { amount, reference }: z.infer<typeof adjustSchema>,
): Promise<void> {
  const movement = { appId: app.appId, at: context.now(), cause: 'ADJUSTMENT', amount } as const;
  await inTransaction(context.pool, (tx) => book(tx, { ...movement, reference: reference ?? 'by hand' }));
}

/** Delivers again what was sent last about a record; returns the new callback's id. */
export async function resendCallback(
  context: SandboxContext,
  app: App,
  which: z.infer<typeof resendSchema>,
): Promise<string> {
  const row = await lastCallback(context, app, which);
  if (row === null) throw new ControlError(404, 'no callback has been sent about this');
  return insertCallback(context.pool, app.appId, {
    ...messageOf(row),
    origin: 'RESEND',
    nextAt: context.now(),
  });
}

/** Delivers a callback that PayCools never sent, signed without the secret; returns its id. */
export async function forgeCallback(
  context: SandboxContext,
  app: App,
  { url, change, ...which }: z.infer<typeof forgeSchema>,
): Promise<string> {
  const row = await lastCallback(context, app, which);
  const target = url ?? row?.url ?? app.callbackUrl;
  if (target === null) throw new ControlError(400, 'name the url: the app has no callback address');
  const body = row === null ? inventedBody(which) : (JSON.parse(row.body) as CallbackBody);
  const message = row === null ? messageOf({ ...inventedRow(which), url: target, body: '' }) : messageOf(row);
  const text = forgedBody(body, change ?? {});
  const forged = { ...message, url: target, text, origin: 'FORGED', nextAt: context.now() } as const;
  return insertCallback(context.pool, app.appId, forged);
}

async function lastCallback(
  context: SandboxContext,
  app: App,
  { callbackId, transactionId, mchOrderId }: z.infer<typeof resendSchema>,
): Promise<CallbackRow | null> {
  const { rows } = await context.pool.query<CallbackRow>(
    `SELECT event_name, reference, mch_order_id, url, body FROM sandbox.callbacks
     WHERE app_id = $1 AND origin <> 'FORGED' AND (id::text = $2 OR reference = $3 OR mch_order_id = $4) ORDER BY id DESC LIMIT 1`,
    [app.appId, callbackId ?? null, transactionId ?? null, mchOrderId ?? null],
  );
  return rows[0] ?? null;
}

function messageOf(row: CallbackRow) {
  return {
    eventName: row.event_name,
    reference: row.reference,
    mchOrderId: row.mch_order_id,
    url: row.url,
    text: row.body,
  };
}

function inventedRow({ transactionId, mchOrderId }: z.infer<typeof resendSchema>) {
  return {
    event_name: 'h5.payment.success',
    reference: transactionId ?? 'C9990000000000000000',
    mch_order_id: mchOrderId ?? 'FORGED0001',
  };
}

function inventedBody(which: z.infer<typeof resendSchema>): CallbackBody {
  const { event_name: eventName, reference: transactionId, mch_order_id: mchOrderId } = inventedRow(which);
  return {
    eventName,
    mchOrderId,
    transactionId,
    amount: 100_000,
    channelCode: 'GCASH_URL',
    transactionStatus: 'COMPLETE',
    createTime: '2026-01-01 10:00:00',
    returnTime: '2026-01-01 10:00:02',
  };
}

function withoutUndefined(value: object) {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined));
}
