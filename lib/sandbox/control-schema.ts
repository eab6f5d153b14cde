import { z } from 'zod';
import { FAULTS } from './faults';
import { startOfManilaDay } from './manila-time';
import { readPublicKey } from './signature';

const centavos = z
  .string()
  .regex(/^-?\d{1,18}$/, 'centavos as text')
  .transform((text) => BigInt(text));
const address = z.url({ protocol: /^https?$/ });
const id = z.string().min(1).max(64);
const signMode = z.enum(['RSA_SHA256', 'SHA1_SECRET']);
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const day = z.string().refine((text) => startOfManilaDay(text) !== null, 'a day yyyy-MM-dd');

/** The order of a seeded history. */
const historySchema = z.strictObject({
  seed: z.int(),
  endDate: day,
  days: z.int().min(1).max(730),
  rowsPerDay: z.int().min(1).max(100_000),
  planted: z.boolean().default(false),
  adjustment: z.boolean().default(false),
});

/** `POST /_sandbox/apps`. */
export const appSchema = z.strictObject({
  appId: id.optional(),
  appName: z.string().min(1).max(100).optional(),
  merchant: z.string().min(1).max(100).optional(),
  publicKey: z
    .string()
    .refine((text) => readPublicKey(text) !== null, 'an RSA public key of 2048 bits or more')
    .optional(),
  requestSecret: z.string().min(1).optional(),
  requestSignMode: signMode.optional(),
  callbackSecret: z.string().min(1).optional(),
  callbackSignMode: signMode.optional(),
  callbackUrl: address.nullable().optional(),
  qrCallbackUrl: address.nullable().optional(),
  transferCallbackUrl: address.nullable().optional(),
  limits: z
    .strictObject({
      requestsPerSecond: z.number().positive(),
      burst: z.number().min(1).optional(),
      statementsPerSecond: z.number().positive().optional(),
    })
    .transform((limits) => ({
      requestsPerSecond: limits.requestsPerSecond,
      burst: limits.burst ?? Math.max(1, limits.requestsPerSecond * 2),
      statementsPerSecond: limits.statementsPerSecond ?? 1,
    }))
    .optional(),
  settings: z
    .strictObject({
      closedChannels: z.array(z.string()),
      ipAllowList: z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])),
      refundsAllowed: z.boolean(),
      refundRules: z.record(z.string(), z.enum(['MANY', 'ONE', 'ONE_FULL', 'NONE', 'UNLISTED'])),
      feeOnRefund: z.enum(['KEPT', 'PROPORTIONAL']),
    })
    .partial()
    .optional(),
  timeScale: z.number().positive().max(100_000).optional(),
  openingBalance: centavos.optional(),
  history: historySchema.optional(),
});

/** `POST …/pay`. */
export const paySchema = z.strictObject({
  mchOrderId: id.optional(),
  transactionId: id.optional(),
  amount: centavos.optional(),
  at: instant.optional(),
});

/** `POST …/fail`. */
export const failSchema = paySchema.extend({ failedCode: z.int().min(-10010).max(-10000).optional() });

/** `POST …/refunds/settle`. */
export const settleRefundSchema = z.strictObject({
  mchRefundOrderId: id,
  status: z.enum(['COMPLETE', 'FAILED', 'CANCEL']),
  failedCode: z.int().min(-10010).max(-10000).optional(),
});

/** `POST …/balance/adjust`. */
export const adjustSchema = z.strictObject({
  amount: centavos,
  reference: z.string().min(1).max(100).optional(),
});

const fault = z.strictObject({
  fault: z.enum(FAULTS),
  operation: z.string().optional(),
  times: z.int().min(1).optional(),
  code: z.int().optional(),
  status: z.int().min(400).max(599).optional(),
  delayMs: z.int().min(0).max(120_000).optional(),
  copies: z.int().min(2).max(20).optional(),
});

/** `PUT …/faults`: one fault or a list, which replaces all that stand. */
export const faultsSchema = z.union([
  fault.transform((one) => [one]),
  z.strictObject({ faults: z.array(fault) }).transform(({ faults }) => faults),
]);

/** `POST …/callbacks/resend`. */
export const resendSchema = z.strictObject({
  callbackId: id.optional(),
  transactionId: id.optional(),
  mchOrderId: id.optional(),
});

/** `POST …/callbacks/forge`. */
export const forgeSchema = resendSchema.extend({
  url: address.optional(),
  change: z.record(z.string(), z.union([z.string(), z.int(), z.null()])).optional(),
});
