import type { Sql } from './database';

/** A QR code as it is kept; bigint columns arrive as text. */
export type QrCodeRow = {
  app_id: string;
  mch_order_id: string;
  qrcode_id: string;
  qrcode_content: string;
  channel_code: string;
  amount: string | null;
  customer_name: string | null;
  email: string | null;
  callback_url: string | null;
  remark: string | null;
  status: 'ACTIVE' | 'INACTIVE';
  create_time: Date;
  update_time: Date;
  expires_at: Date | null;
  link_code: string;
};

/** The QR code of an app by its merchant id, or null; with the lock, nobody else changes it meanwhile. */
export async function findQrCode(
  sql: Sql,
  appId: string,
  mchOrderId: string,
  lock: '' | 'FOR UPDATE' = '',
): Promise<QrCodeRow | null> {
  const { rows } = await sql.query<QrCodeRow>(
    `SELECT * FROM sandbox.qr_codes WHERE app_id = $1 AND mch_order_id = $2 ${lock}`,
    [appId, mchOrderId],
  );
  return rows[0] ?? null;
}

/** Makes INACTIVE what has expired unpaid. */
export async function expireQrCodes(sql: Sql, now: Date): Promise<void> {
  await sql.query(
    "UPDATE sandbox.qr_codes SET status = 'INACTIVE', update_time = expires_at WHERE status = 'ACTIVE' AND expires_at <= $1",
    [now],
  );
}
