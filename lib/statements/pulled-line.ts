import { createHash } from 'node:crypto';

import type { PaymentLine, PayoutLine } from '../gateway';
import type { LineStatus } from './schema';

/** One line of either statement as it is kept; money in centavos. */
export type PulledLine = Readonly<{
  merchantOrderId: string | null;
  transactionId: string;
  paymentMethod: string | null;
  channel: string | null;
  amount: bigint;
  fee: bigint;
  name: string | null;
  mobile: string | null;
  account: string | null;
  status: LineStatus;
  createdAt: Date;
  completedAt: Date | null;
}>;

export function fromPayment(line: PaymentLine): PulledLine {
  return {
    merchantOrderId: line.merchantOrderId,
    transactionId: line.transactionId,
    paymentMethod: line.paymentMethod,
    channel: line.paymentChannel,
    amount: line.amount,
    fee: line.fee,
    name: line.name,
    mobile: line.mobile,
    account: null,
    status: lineStatus(line.status),
    createdAt: line.createTime,
    completedAt: line.completeTime,
  };
}

export function fromPayout(line: PayoutLine): PulledLine {
  return {
    merchantOrderId: line.merchantOrderId,
    transactionId: line.transactionId,
    paymentMethod:
      [line.remittingBank, line.remittingAccount].filter((part) => part !== null).join(' ') || null,
    channel: line.receivingChannel,
    amount: line.amount,
    fee: line.fee,
    name: line.recipientName,
    mobile: null,
    account: line.recipientAccount,
    status: lineStatus(line.status),
    createdAt: line.createTime,
    completedAt: line.completeTime,
  };
}

/** CLOSED is not expected on a statement; like FAILED it says that no money moved. */
function lineStatus(status: PaymentLine['status']): LineStatus {
  return status === 'CLOSED' ? 'FAILED' : status;
}

/** A sha256 over all that the lines say, whatever order they came in: equal hashes are equal statements. */
export function contentHash(lines: readonly PulledLine[]): string {
  const texts = lines.map((line) =>
    JSON.stringify(Object.values(line), (_, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    ),
  );
  return createHash('sha256').update(texts.sort().join('\n')).digest('hex');
}

/** What the COMPLETE lines add up to, in centavos. */
export function completeSums(lines: readonly PulledLine[]): { amount: bigint; fee: bigint } {
  const complete = lines.filter(({ status }) => status === 'COMPLETE');
  return {
    amount: complete.reduce((sum, line) => sum + line.amount, 0n),
    fee: complete.reduce((sum, line) => sum + line.fee, 0n),
  };
}
