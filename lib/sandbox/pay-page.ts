import { toString as qrPicture } from 'qrcode';
import { findApp, type App } from './apps';
import { findChannel } from './channels';
import type { CollectionRow } from './collections';
import { inTransaction } from './database';
import { missingPageHtml, payPageHtml } from './pay-page-html';
import { failPayment, pay, PayerRefusal } from './payer';
import type { QrCodeRow } from './qr-codes';
import type { SandboxContext } from './sandbox-context';
import { pesosNumber } from './wire-json';

/** A page or a redirect; `location` is null on a page. */
export type PageAnswer = Readonly<{ status: number; location: string | null; html: string }>;

/** A call to a short link or to the hosted page. */
export type PageRequest = Readonly<{ method: string; path: string; form: URLSearchParams }>;

type Payable =
  | Readonly<{ kind: 'web'; app: App; row: CollectionRow }>
  | Readonly<{ kind: 'qr'; app: App; row: QrCodeRow }>;

const PATH = /^\/pay\/([0-9A-Za-z]{7})(?:\/(pay|fail))?$/;

/** Answers `/s/{code}` and `/pay/{code}`; paying or failing leads back to the merchant's own page. */
export async function answerPage(context: SandboxContext, request: PageRequest): Promise<PageAnswer> {
  const short = /^\/s\/([0-9A-Za-z]{7})$/.exec(request.path);
  if (short?.[1] !== undefined) return redirect(302, `/pay/${short[1]}`);
  const [, code, verb] = PATH.exec(request.path) ?? [];
  const payable = code === undefined ? null : await findPayable(context, code);
  if (payable === null || code === undefined) return { status: 404, location: null, html: missingPageHtml() };
  if (verb === undefined) return show(context, payable, null);
  if (request.method !== 'POST') return redirect(302, `/pay/${code}`);
  return payNow(context, payable, verb === 'pay', request.form);
}

async function payNow(
  context: SandboxContext,
  payable: Payable,
  isPaid: boolean,
  form: URLSearchParams,
): Promise<PageAnswer> {
  const now = context.now();
  const amount = readPesos(form.get('amount') ?? '');
  const act = { mchOrderId: payable.row.mch_order_id, at: now, now, ...(amount === null ? {} : { amount }) };
  try {
    await inTransaction(context.pool, (tx) =>
      isPaid ? pay(tx, payable.app, act) : failPayment(tx, payable.app, act),
    );
  } catch (error) {
    if (error instanceof PayerRefusal) return show(context, payable, `Nothing was paid: ${error.message}.`);
    throw error;
  }
  const back = leaveUrl(payable);
  if (back !== null) return redirect(303, back);
  const fresh = (await findPayable(context, payable.row.link_code ?? '')) ?? payable;
  return show(context, fresh, isPaid ? 'Paid. The store has been told.' : 'The payment failed.');
}

async function show(context: SandboxContext, payable: Payable, notice: string | null): Promise<PageAnswer> {
  const { app, row } = payable;
  const why = notice ?? obstacle(payable, context.now());
  const html = payPageHtml({
    appName: app.appName,
    amount: row.amount === null ? null : writePesos(BigInt(row.amount)),
    channelName: findChannel(row.channel_code)?.name ?? row.channel_code,
    mchOrderId: row.mch_order_id,
    remark: row.remark,
    code: row.link_code ?? '',
    picture:
      payable.kind === 'qr' ? await qrPicture(payable.row.qrcode_content, { type: 'svg', margin: 2 }) : null,
    leaveUrl: leaveUrl(payable),
    notice: why,
    canPay: obstacle(payable, context.now()) === null,
  });
  return { status: 200, location: null, html };
}

function obstacle(payable: Payable, now: Date): string | null {
  if (payable.kind === 'qr') {
    const isExpired = payable.row.expires_at !== null && payable.row.expires_at <= now;
    return payable.row.status === 'ACTIVE' && !isExpired ? null : 'This QR code can no longer be paid.';
  }
  if (payable.row.status === 'CLOSED') return 'This link has expired. Ask the store for a new one.';
  if (payable.row.status === 'FAILED') return 'This payment failed.';
  return payable.row.paid_at === null ? null : 'This has been paid already.';
}

async function findPayable({ pool }: SandboxContext, code: string): Promise<Payable | null> {
  const web = await pool.query<CollectionRow>('SELECT * FROM sandbox.transactions WHERE link_code = $1', [
    code,
  ]);
  const qr = await pool.query<QrCodeRow>('SELECT * FROM sandbox.qr_codes WHERE link_code = $1', [code]);
  const row = web.rows[0];
  const codeRow = qr.rows[0];
  const app = await findApp(pool, row?.app_id ?? codeRow?.app_id ?? '');
  if (app === null) return null;
  if (row !== undefined) return { kind: 'web', app, row };
  return codeRow === undefined ? null : { kind: 'qr', app, row: codeRow };
}

function leaveUrl(payable: Payable): string | null {
  if (payable.kind === 'qr' || payable.row.redirect_url === null) return null;
  const url = new URL(payable.row.redirect_url);
  url.searchParams.append('mchOrderId', payable.row.mch_order_id);
  url.searchParams.append('transactionId', payable.row.transaction_id);
  return url.href;
}

function redirect(status: number, location: string): PageAnswer {
  return { status, location, html: '' };
}

function readPesos(typed: string): bigint | null {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(typed.trim().replaceAll(',', ''));
  return match?.[1] === undefined ? null : BigInt(match[1] + (match[2] ?? '').padEnd(2, '0'));
}

function writePesos(centavos: bigint): string {
  const [whole = '0', fraction = ''] = pesosNumber(centavos).value.split('.');
  return `₱${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction.padEnd(2, '0')}`;
}
