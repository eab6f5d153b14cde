import { randomBytes } from 'node:crypto';
import type { App } from './apps';
import type { Sql } from './database';
import { takeFault } from './faults';
import { canonicalString, readPrivateKey, rsaSign, sha1Sign } from './signature';
import type { Member } from './wire-json';

/** A flat callback body before it is signed; absent optional fields are left out. */
export type CallbackBody = Readonly<Record<string, string | number | bigint | null>>;

/** One message for the merchant: where it goes, what it says and which record it is about. */
export type CallbackMessage = Readonly<{
  eventName: string;
  reference: string;
  mchOrderId: string;
  url: string;
  body: CallbackBody;
}>;

/** Where a delivery came from. */
export type CallbackOrigin = 'EVENT' | 'DUPLICATE' | 'RESEND' | 'FORGED';

type Signer = Pick<App, 'callbackSignMode' | 'callbackSecret' | 'callbackPrivateKey'>;

const HOLD_AT_MOST_MS = 5_000;
const REORDER_SPACING_MS = 150;

/** The JSON text that is delivered: the body with its signature as the last field. */
export function signedBody(app: Signer, body: CallbackBody): string {
  const canonical = canonicalString(
    new Map(Object.entries(body).map(([name, value]) => [name, memberOf(value)])),
  );
  const sign =
    app.callbackSignMode === 'RSA_SHA256' && app.callbackPrivateKey !== null
      ? rsaSign(canonical, readPrivateKey(app.callbackPrivateKey))
      : sha1Sign(canonical, app.callbackSecret);
  return jsonText({ ...body, sign });
}

/** A body that says something else and is signed by somebody who does not know the secret. */
export function forgedBody(body: CallbackBody, change: CallbackBody): string {
  const stranger = {
    callbackSignMode: 'SHA1_SECRET',
    callbackSecret: randomBytes(16).toString('hex'),
    callbackPrivateKey: null,
  } as const;
  return signedBody(stranger, { ...body, ...change });
}

/** Queues the message in the transaction of what it tells, with the app's callback faults applied. */
export async function queueCallback(tx: Sql, app: App, message: CallbackMessage, now: Date): Promise<void> {
  if (await takeFault(tx, app.appId, message.eventName, ['forged-callback'])) {
    const body = forgedBody(message.body, { remark: 'forged' });
    await insertCallback(tx, app.appId, { ...message, text: body, origin: 'FORGED', nextAt: now });
  }
  const text = signedBody(app, message.body);
  const reordered = await takeFault(tx, app.appId, message.eventName, ['reordered-callbacks']);
  if (reordered) {
    const nextAt = new Date(now.getTime() + HOLD_AT_MOST_MS / app.timeScale);
    await insertCallback(tx, app.appId, { ...message, text, origin: 'EVENT', nextAt, held: true });
    await releaseInReverse(tx, app.appId, reordered.settings.copies ?? 2, now);
    return;
  }
  await insertCallback(tx, app.appId, { ...message, text, origin: 'EVENT', nextAt: now });
  const duplicate = await takeFault(tx, app.appId, message.eventName, ['duplicate-callbacks']);
  for (let copy = 1; duplicate && copy < (duplicate.settings.copies ?? 2); copy += 1) {
    await insertCallback(tx, app.appId, { ...message, text, origin: 'DUPLICATE', nextAt: now });
  }
}

/** Queues one text for delivery and returns the callback's id. */
export async function insertCallback(
  tx: Sql,
  appId: string,
  callback: Omit<CallbackMessage, 'body'> &
    Readonly<{ text: string; origin: CallbackOrigin; nextAt: Date; held?: boolean }>,
): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `INSERT INTO sandbox.callbacks (app_id, event_name, reference, mch_order_id, url, body, origin, state, next_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
    [
      appId,
      callback.eventName,
      callback.reference,
      callback.mchOrderId,
      callback.url,
      callback.text,
      callback.origin,
      callback.held === true ? 'HELD' : 'WAITING',
      callback.nextAt,
    ],
  );
  return rows[0]?.id ?? '';
}

async function releaseInReverse(tx: Sql, appId: string, count: number, now: Date): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(
    "SELECT id FROM sandbox.callbacks WHERE app_id = $1 AND state = 'HELD' ORDER BY id DESC FOR UPDATE",
    [appId],
  );
  if (rows.length < count) return;
  for (const [place, { id }] of rows.entries()) {
    const nextAt = new Date(now.getTime() + place * REORDER_SPACING_MS);
    await tx.query("UPDATE sandbox.callbacks SET state = 'WAITING', next_at = $2 WHERE id = $1", [
      id,
      nextAt,
    ]);
  }
}

function memberOf(value: CallbackBody[string]): Member {
  if (value === null) return { kind: 'null', text: '' };
  return { kind: typeof value === 'string' ? 'text' : 'number', text: String(value) };
}

// The body is flat, and tens of thousands of them are written for one export.
function jsonText(body: CallbackBody): string {
  const members = Object.entries(body).map(
    ([name, value]) =>
      `${JSON.stringify(name)}:${typeof value === 'string' ? JSON.stringify(value) : String(value)}`,
  );
  return `{${members.join(',')}}`;
}
