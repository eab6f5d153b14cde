const MESSAGES: Readonly<Record<number, string>> = {
  1001: 'merchant appid is invalid',
  1002: 'merchant white ip forbidden',
  1003: 'request sign is invalid',
  1004: 'merchant unavailable',
  1005: 'merchant institute unavailable',
  1006: 'merchant balance insufficient',
  1007: 'transaction exceed limit',
  1008: 'transaction not found',
  1009: 'request params invalid',
  1010: 'request bank name invalid',
  1011: 'merchant channel is unavailable',
  1012: 'merchant order id is repeat',
  1013: 'merchant access frequency limit',
  1014: 'merchant payout idempoteny repeat',
  1015: 'request email invalid',
  1016: 'request ewallet name invalid',
  1017: 'the static virtual account exist',
  1018: 'network failed, please retry',
  1019: 'the bank transfer account exist',
  1020: 'dynamic qrcode amount is null',
  1501: 'original transaction id does not exist',
  1502: 'refund is processing',
  1503: 'system error, contact PayCools',
  1504: 'appId does not match',
  1505: 'refund is not allowed',
  1506: 'refund amount greater than the refundable amount',
  1507: 'original channel does not support refunds',
  1508: 'original channel allows only one refund',
  1509: 'transaction older than 60 days',
  1510: 'original channel does not support refund',
  1511: 'original channel does not support partial refund',
  1512: 'for a full refund the amount must equal the original amount',
  1513: 'refund amount invalid',
  1515: 'merchant refund order id repeated',
  1516: 'original transaction is not completed',
};

const FAILURES: Readonly<Record<number, string>> = {
  [-10000]: 'Transaction Service Error',
  [-10001]: 'Transaction Exceed Limit',
  [-10002]: 'Transaction Params Error',
  [-10003]: 'Transaction Insufficient Balance',
  [-10004]: 'Transaction Channel Rejected',
  [-10005]: 'Transaction Destination Account Error',
  [-10006]: 'Transaction Network Reject',
  [-10007]: 'Transaction Channel Temporarily Close',
  [-10008]: 'Merchant Unavailable Error',
  [-10009]: 'Recipient Account Blocked',
  [-10010]: 'Channel Refund Failed',
};

/** An answer other than 1000; thrown by an operation, it also undoes what the operation had begun. */
export class Refusal extends Error {
  readonly code: number;

  constructor(code: number, message: string = messageOf(code)) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
  }
}

/** What the gateway writes beside an answer code (section 1A). */
export function messageOf(code: number): string {
  return MESSAGES[code] ?? `code ${code}`;
}

/** The `failedMessage` of a `failedCode` (section 1A). */
export function failureMessageOf(failedCode: number): string {
  return FAILURES[failedCode] ?? 'Transaction Service Error';
}
