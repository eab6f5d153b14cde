/** What people see of a state: one word, one icon and one tint, the same on every screen (product.md "Everywhere"). */
export type ShownState =
  | 'inProgress'
  | 'complete'
  | 'failed'
  | 'closed'
  | 'unknown'
  | 'waitsForApproval'
  | 'held'
  | 'active'
  | 'ignored'
  | 'open';

/** The word for why something is closed. */
export type ClosedBecause = 'cancelled' | 'rejected' | 'withdrawn' | 'expired' | 'gone';

export type Shown = Readonly<{ state: ShownState; because?: ClosedBecause }>;

const ORDER = {
  SENDING: { state: 'inProgress' },
  PENDING: { state: 'inProgress' },
  UNKNOWN: { state: 'unknown' },
  REFUSED: { state: 'failed' },
  COMPLETE: { state: 'complete' },
  FAILED: { state: 'failed' },
  CLOSED: { state: 'closed' },
} as const satisfies Record<string, Shown>;

const MONEY_OUT = {
  WAITING_APPROVAL: { state: 'waitsForApproval' },
  READY: { state: 'inProgress' },
  SENDING: { state: 'inProgress' },
  IN_PROGRESS: { state: 'inProgress' },
  UNKNOWN: { state: 'unknown' },
  COMPLETE: { state: 'complete' },
  FAILED: { state: 'failed' },
  REFUSED: { state: 'failed' },
  CANCELLED: { state: 'closed', because: 'cancelled' },
  REJECTED: { state: 'closed', because: 'rejected' },
  WITHDRAWN: { state: 'closed', because: 'withdrawn' },
  EXPIRED: { state: 'closed', because: 'expired' },
} as const satisfies Record<string, Shown>;

const QR_CODE = {
  SENDING: { state: 'inProgress' },
  UNKNOWN: { state: 'unknown' },
  REFUSED: { state: 'failed' },
  ACTIVE: { state: 'active' },
  INACTIVE: { state: 'closed' },
  CANCEL: { state: 'closed', because: 'cancelled' },
} as const satisfies Record<string, Shown>;

const CALLBACK = {
  RECEIVED: { state: 'inProgress' },
  PROCESSED: { state: 'complete' },
  IGNORED: { state: 'ignored' },
  HELD: { state: 'held' },
  REJECTED: { state: 'closed', because: 'rejected' },
  DEAD: { state: 'failed' },
} as const satisfies Record<string, Shown>;

const STATEMENT = {
  FETCHING: { state: 'inProgress' },
  READY: { state: 'complete' },
  FAILED: { state: 'failed' },
} as const satisfies Record<string, Shown>;

const EXCEPTION = {
  OPEN: { state: 'open' },
  RESOLVED: { state: 'complete' },
  GONE: { state: 'closed', because: 'gone' },
} as const satisfies Record<string, Shown>;

type OrderState = keyof typeof ORDER;
type RefundState = keyof typeof MONEY_OUT;
type PayoutState = keyof typeof MONEY_OUT;
type QrCodeState = keyof typeof QR_CODE;
type CallbackState = keyof typeof CALLBACK;
type StatementState = keyof typeof STATEMENT;
type ExceptionState = keyof typeof EXCEPTION;

/** How an order's status is shown; a statement line uses the same words. */
export function orderShown(status: OrderState): Shown {
  return ORDER[status];
}

/** How a refund's status is shown. */
export function refundShown(status: RefundState): Shown {
  return MONEY_OUT[status];
}

/** How a payout's status is shown. */
export function payoutShown(status: PayoutState): Shown {
  return MONEY_OUT[status];
}

/** How a QR code's status is shown. */
export function qrCodeShown(status: QrCodeState): Shown {
  return QR_CODE[status];
}

/** How what became of a callback is shown. */
export function callbackShown(state: CallbackState): Shown {
  return CALLBACK[state];
}

/** How the fetching of a statement is shown. */
export function statementShown(state: StatementState): Shown {
  return STATEMENT[state];
}

/** How a reconciliation exception is shown. */
export function exceptionShown(state: ExceptionState): Shown {
  return EXCEPTION[state];
}
