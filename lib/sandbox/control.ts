/**
 * The control interface: JSON under `/_sandbox/`, for loopback callers only. Money is centavos as text, times are ISO
 * with an offset. A refusal is `{"error": "<sentence>"}` with status 400, 403, 404, 405 or 409.
 *
 *   GET    /_sandbox/health                              {"ok":true}
 *   POST   /_sandbox/apps                                appSchema → the app; the same call twice changes nothing
 *   GET    /_sandbox/apps/{appId}                        the app
 *   POST   /_sandbox/apps/{appId}/pay | fail | expire    paySchema, failSchema → {"transactionId": … | null}
 *   POST   /_sandbox/apps/{appId}/refunds/settle         settleRefundSchema → {"refundTransactionId": …}
 *   POST   /_sandbox/apps/{appId}/balance/adjust         adjustSchema → {"balance": …}
 *   PUT    /_sandbox/apps/{appId}/faults                 faultsSchema → {"faults": […]}; DELETE removes all
 *   POST   /_sandbox/apps/{appId}/callbacks/resend       resendSchema → {"callbackId": …}
 *   POST   /_sandbox/apps/{appId}/callbacks/forge        forgeSchema → {"callbackId": …}
 *   GET    /_sandbox/apps/{appId}/requests[?operation=]  {"requests": […]}; so are refunds, transactions, callbacks and
 *                                                        ledger; `?limit=` rows at most (100,000), oldest first
 *   GET    /_sandbox/apps/{appId}/balance[?at=]          {"at": …, "balance": …}
 *   GET    /_sandbox/apps/{appId}/export                 Kaha's side of the seeded history (history/export-history.ts)
 *   GET    /_sandbox/apps/{appId}/planted                {"planted": [{day, id, type, effect}], "unexplained": …}
 */
import { z } from 'zod';
import { findApp, type App } from './apps';
import {
  adjustBalance,
  endRefund,
  forgeCallback,
  putApp,
  putFaults,
  resendCallback,
} from './control-actions';
import { ControlError } from './control-error';
import {
  adjustSchema,
  appSchema,
  failSchema,
  faultsSchema,
  forgeSchema,
  paySchema,
  resendSchema,
  settleRefundSchema,
} from './control-schema';
import { appView, isListName, listRows } from './control-views';
import { inTransaction } from './database';
import { listFaults } from './faults';
import { exportHistory } from './history/export-history';
import { plantedTruth } from './history/planted-truth';
import { balanceAt } from './ledger';
import { isoManila } from './manila-time';
import { expire, failPayment, pay, PayerRefusal } from './payer';
import type { SandboxContext } from './sandbox-context';

/** A control call as it came; `body` is null where none was sent. */
export type ControlRequest = Readonly<{ method: string; url: URL; body: Buffer }>;

/** What is answered, already as JSON text. */
export type ControlAnswer = Readonly<{ status: number; body: string }>;

/** Answers one control call; what is wrong with it becomes its answer. */
export async function answerControl(
  context: SandboxContext,
  request: ControlRequest,
): Promise<ControlAnswer> {
  try {
    return { status: 200, body: JSON.stringify(await control(context, request)) };
  } catch (error) {
    if (error instanceof ControlError) return refused(error.status, error.message);
    if (error instanceof PayerRefusal) return refused(409, error.message);
    if (error instanceof z.ZodError) return refused(400, z.prettifyError(error));
    throw error;
  }
}

async function control(context: SandboxContext, request: ControlRequest): Promise<unknown> {
  const [, , scope, appId, ...rest] = request.url.pathname.split('/');
  if (scope === 'health') return { ok: true };
  if (scope !== 'apps') throw new ControlError(404, 'nothing listens here');
  if (appId === undefined || appId === '') {
    if (request.method !== 'POST') throw new ControlError(405, 'POST an app here');
    return appView(await putApp(context, appSchema.parse(json(request))));
  }
  const app = await findApp(context.pool, decodeURIComponent(appId));
  if (app === null) throw new ControlError(404, 'there is no such app');
  const what = rest.join('/');
  return request.method === 'GET'
    ? read(context, app, what, request.url.searchParams)
    : change(context, app, `${request.method} ${what}`, request);
}

async function read(
  context: SandboxContext,
  app: App,
  what: string,
  query: URLSearchParams,
): Promise<unknown> {
  if (what === '') return appView(app);
  if (what === 'faults') return { faults: await listFaults(context.pool, app.appId) };
  if (what === 'export') return exportHistory(app);
  if (what === 'planted') return plantedTruth(app);
  if (what === 'balance') {
    const at = z.iso.datetime({ offset: true }).nullable().parse(query.get('at'));
    const instant = at === null ? context.now() : new Date(at);
    const balance = await balanceAt(context.pool, app.appId, instant);
    return { at: isoManila(instant), balance: balance.toString() };
  }
  if (!isListName(what)) throw new ControlError(404, 'nothing listens here');
  const limit = z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .parse(query.get('limit') ?? '100000');
  return { [what]: await listRows(context, app.appId, what, { operation: query.get('operation'), limit }) };
}

async function change(
  context: SandboxContext,
  app: App,
  what: string,
  request: ControlRequest,
): Promise<unknown> {
  switch (what) {
    case 'POST pay':
      return { transactionId: await payer(context, paySchema.parse(json(request)), app, pay) };
    case 'POST fail': {
      const { failedCode, ...act } = failSchema.parse(json(request));
      return {
        transactionId: await payer(context, act, app, (tx, of, how) => failPayment(tx, of, how, failedCode)),
      };
    }
    case 'POST expire':
      return { transactionId: await payer(context, paySchema.parse(json(request)), app, expire) };
    case 'POST refunds/settle':
      return { refundTransactionId: await endRefund(context, app, settleRefundSchema.parse(json(request))) };
    case 'POST balance/adjust':
      await adjustBalance(context, app, adjustSchema.parse(json(request)));
      return { balance: (await balanceAt(context.pool, app.appId, context.now())).toString() };
    case 'PUT faults':
      await putFaults(context, app, faultsSchema.parse(json(request)));
      return { faults: await listFaults(context.pool, app.appId) };
    case 'DELETE faults':
      await putFaults(context, app, []);
      return { faults: [] };
    case 'POST callbacks/resend':
      return { callbackId: await resendCallback(context, app, resendSchema.parse(json(request))) };
    case 'POST callbacks/forge':
      return { callbackId: await forgeCallback(context, app, forgeSchema.parse(json(request))) };
    default:
      throw new ControlError(404, 'nothing listens here');
  }
}

function payer<T>(
  context: SandboxContext,
  { at, ...which }: z.infer<typeof paySchema>,
  app: App,
  act: (tx: Parameters<typeof pay>[0], app: App, how: Parameters<typeof pay>[2]) => Promise<T>,
): Promise<T> {
  const now = context.now();
  if (which.mchOrderId === undefined && which.transactionId === undefined) {
    throw new ControlError(400, 'name mchOrderId or transactionId');
  }
  return inTransaction(context.pool, (tx) => act(tx, app, { ...which, at: at ?? now, now }));
}

function json({ body }: ControlRequest): unknown {
  try {
    return body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
  } catch {
    throw new ControlError(400, 'the body is not JSON');
  }
}

function refused(status: number, error: string): ControlAnswer {
  return { status, body: JSON.stringify({ error }) };
}
