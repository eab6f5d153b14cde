import type { GatewayPayoutStatus } from './status';

/** What somebody says about one payout; money in centavos, absent and null mean that nothing was said. */
export type PayoutEvidence = Readonly<{
  source: 'ANSWER' | 'CALLBACK' | 'STATEMENT' | 'POLL';
  /** When we learnt it. */
  at: Date;
  transactionId: string;
  mchOrderId: string | null;
  amount: bigint;
  status: GatewayPayoutStatus;
  createdAt: Date;
  completedAt?: Date | null;
  /** Charged fee, from a COMPLETE statement line only. */
  fee?: bigint | null;
  failedCode?: string | null;
  failedMessage?: string | null;
  accountNo?: string | null;
  accountName?: string | null;
  remark?: string | null;
  /** Where it was said: event name, section, statement page and line. */
  detail?: Readonly<Record<string, string | number>>;
}>;
