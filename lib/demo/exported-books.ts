import { z } from 'zod';

const Centavos = z
  .string()
  .regex(/^-?\d+$/u)
  .transform(BigInt);
const Instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const MaybeText = z
  .string()
  .nullish()
  .transform((text) => text ?? null);
const Code = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((code) => (code === null || code === undefined ? null : String(code)));

/** The sandbox's names of products, and ours. */
const Product = z
  .enum(['QR', 'WEB', 'VA', 'TRANSFER'])
  .transform(
    (name) =>
      (({ QR: 'QR_CODE', WEB: 'WEB_PAYMENT', VA: 'VIRTUAL_ACCOUNT', TRANSFER: 'BANK_TRANSFER' }) as const)[
        name
      ],
  );

/** `/_sandbox/apps/{appId}/export`: the books of a Kaha that ran all through the sandbox's history. */
export const ExportedBooks = z.object({
  orders: z.array(
    z.object({
      product: Product,
      channelCode: z.string(),
      mchOrderId: z.string(),
      transactionId: z.string(),
      amount: Centavos,
      status: z.enum(['PENDING', 'COMPLETE', 'FAILED', 'CLOSED']),
      createTime: Instant,
      completeTime: Instant.nullish().transform((time) => time ?? null),
      customerName: MaybeText,
      email: MaybeText,
      mobile: MaybeText,
      remark: MaybeText,
      failedCode: Code,
      failedMessage: MaybeText,
      learntBy: z.enum(['CALLBACK', 'QUERY']),
    }),
  ),
  callbacks: z.array(z.object({ receivedAt: Instant, body: z.string() })),
  refunds: z.array(
    z.object({
      mchRefundOrderId: z.string(),
      originalTransactionId: z.string(),
      refundTransactionId: MaybeText,
      refundAmount: Centavos,
      feeRefunded: Centavos,
      refundStatus: z.enum(['PENDING', 'COMPLETE', 'FAILED', 'CANCEL']).transform(
        (status) =>
          (
            ({
              PENDING: 'IN_PROGRESS',
              COMPLETE: 'COMPLETE',
              FAILED: 'FAILED',
              CANCEL: 'CANCELLED',
            }) as const
          )[status],
      ),
      refundCreateTime: Instant,
      refundReturnTime: Instant.nullish().transform((time) => time ?? null),
      failedCode: Code,
      failedMessage: MaybeText,
      refundReason: MaybeText,
    }),
  ),
  payouts: z.array(
    z.object({
      mchOrderId: z.string(),
      transactionId: z.string(),
      idempotencyId: MaybeText,
      amount: Centavos,
      transactionStatus: z
        .enum(['PENDING', 'COMPLETE', 'FAILED'])
        .transform(
          (status) => (({ PENDING: 'IN_PROGRESS', COMPLETE: 'COMPLETE', FAILED: 'FAILED' }) as const)[status],
        ),
      createTime: Instant,
      returnTime: Instant.nullish().transform((time) => time ?? null),
      payMethodCode: MaybeText,
      bankCode: MaybeText,
      ewalletCode: MaybeText,
      accountNo: MaybeText,
      accountName: MaybeText,
      remark: MaybeText,
      failedCode: Code,
      failedMessage: MaybeText,
    }),
  ),
  balances: z.array(z.object({ at: Instant, balance: Centavos })),
});
export type ExportedBooks = z.infer<typeof ExportedBooks>;
