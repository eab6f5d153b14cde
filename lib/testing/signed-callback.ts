import { createHash } from 'node:crypto';

export type Fields = Readonly<Record<string, string | number | null>>;

/** A paid web payment as PayCools calls back about it (7.4), without its sign. */
export const PAID: Fields = {
  eventName: 'h5.payment.success',
  mchOrderId: 'SHOP0001',
  transactionId: 'C1020260101000000041',
  amount: 125050,
  channelCode: 'GCASH_URL',
  transactionStatus: 'COMPLETE',
  createTime: '2026-01-01 14:00:00',
  returnTime: '2026-01-01 14:02:33',
  remark: 'order 7',
};

/** Signed as gateway-api.md 1.2 says, in the test's own words. */
export function signed(secret: string, fields: Fields): Fields {
  const text = Object.keys(fields)
    .filter((name) => fields[name] !== null && fields[name] !== '')
    .sort()
    .map((name) => `${name}=${fields[name] ?? ''}`)
    .join('&');
  return { ...fields, sign: createHash('sha1').update(`${text}&secret=${secret}`).digest('hex') };
}
