import type { Product } from '../channels';

/** A collection as one side tells it; times in milliseconds, money in centavos. */
export type SaleFacts = Readonly<{
  product: Product;
  channelCode: string;
  mchOrderId: string;
  transactionId: string;
  amount: bigint;
  fee: bigint;
  status: 'PENDING' | 'COMPLETE' | 'FAILED' | 'CLOSED';
  createTime: number;
  completeTime: number | null;
  customerName: string;
  email: string;
  mobile: string;
  remark: string | null;
  failedCode: number | null;
  /** The reference or account number that a virtual account or transfer was paid to. */
  paymentCode: string | null;
}>;

/** One collection on both sides; `line` is PayCools' (null: not there), `ours` Kaha's (null: not here). */
export type Sale = Readonly<{
  line: SaleFacts | null;
  /** How often the statement shows the line. */
  copies: number;
  ours: SaleFacts | null;
  learntBy: 'CALLBACK' | 'QUERY';
  /** When the callback arrived; null when none ever came. */
  receivedAt: number | null;
}>;

/** A refund as both sides tell it; `theirs` false is one that PayCools does not know. */
export type HistoryRefund = Readonly<{
  theirs: boolean;
  mchRefundOrderId: string;
  refundTransactionId: string;
  originalTransactionId: string;
  amount: bigint;
  status: 'COMPLETE' | 'FAILED';
  createTime: number;
  returnTime: number;
  reason: string;
  failedCode: number | null;
  receivedAt: number;
}>;

/** A payout, on which both sides agree. */
export type HistoryPayout = Readonly<{
  mchOrderId: string;
  transactionId: string;
  idempotencyId: string;
  amount: bigint;
  fee: bigint;
  status: 'COMPLETE' | 'FAILED';
  createTime: number;
  completeTime: number;
  payMethodCode: 'BANK' | 'EWALLET';
  receivingChannel: string;
  accountName: string;
  accountNo: string;
  remark: string;
  failedCode: number | null;
  receivedAt: number;
}>;

/** The kinds of exception of the product that the generator plants. */
export type PlantedType =
  | 'MISSING_HERE'
  | 'MISSING_THERE'
  | 'AMOUNT_DIFFERS'
  | 'FEE_DIFFERS'
  | 'STATUS_DIFFERS'
  | 'LATE'
  | 'DUPLICATE'
  | 'NO_CALLBACK'
  | 'REFUND_NOT_EXPLAINED';

/** One planted exception; `effect` is PayCools − Kaha in centavos. */
export type PlantedRow = Readonly<{ day: string; id: string; type: PlantedType; effect: bigint }>;
