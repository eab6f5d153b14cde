type Event<Action extends string, SubjectType extends string, Detail> = Readonly<{
  action: Action;
  subjectType: SubjectType;
  subjectId: string;
  detail: Detail;
}>;

type Change = { from: string | null; to: string; source: string };

/** Adding an event is adding a line here: the log cannot hold a kind of row that nobody declared. */
export type AuditEvent =
  | Event<'refund.requested', 'refund', { orderId: string; amount: string; reason: string | null }>
  | Event<'refund.settled', 'refund', Change & { code?: string | null }>
  | Event<'refund.imported', 'refund', { origin: string; amount: string }>
  | Event<'refund.raised', 'refund', { reason: string; source: string }>
  | Event<'refund.proved-not-taken', 'refund', { firstNotFoundAt: string }>
  | Event<'order.settled', 'order', Change & { code?: string | null }>
  | Event<'order.recorded', 'order', { origin: string; amount: string; transactionId: string | null }>
  | Event<
      'order.corrected',
      'order',
      { from: string; to: string; fromCentavos: string; toCentavos: string; fromAt: string; toAt: string }
    >
  | Event<'order.raised', 'order', { reason: string; source: string }>
  | Event<'web-payment.requested', 'order', { mchOrderId: string; amount: string; channelCode: string }>
  | Event<'qr-code.requested', 'qr-code', { mchOrderId: string; channelCode: string; amount: string | null }>
  | Event<'qr-code.settled', 'qr-code', Change & { code?: string | null }>
  | Event<'qr-code.cancel-requested', 'qr-code', { mchOrderId: string }>
  | Event<'payout.settled', 'payout', Change & { code?: string | null }>
  | Event<'payout.recorded', 'payout', { origin: string; amount: string }>
  | Event<'payout.raised', 'payout', { reason: string; source: string }>
  | Event<'callback.applied', 'callback', { state: string; reason: string | null }>
  | Event<'statement.fetch-requested', 'statement', { kind: string; day: string; version: number }>
  | Event<'statement.stored', 'statement', { rows: number; amount: string; hash: string }>
  | Event<'statement.failed', 'statement', { reason: string }>
  | Event<
      'day.reconciled',
      'day',
      { day: string; matched: number; exceptions: number; unexplained: string | null }
    >
  | Event<'exception.resolved', 'exception', { type: string; resolution: string; note: string | null }>
  | Event<'exception.reopened', 'exception', { type: string }>
  | Event<'personal.revealed', 'order' | 'payout', { field: string }>
  | Event<'app.connected', 'app', { appId: string; baseUrl: string }>;
