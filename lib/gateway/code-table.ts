/** Where a code stands: the same number means different things in each. */
export type CodePlace = 'answer' | 'failedCode' | 'verification';

/** Who can do something about it. `nobody`: it settles by itself. */
export type CodeActor = 'you' | 'customer' | 'developer' | 'paycools' | 'nobody';

/** Whether trying again makes sense, and when. */
type TryAgain = 'not-needed' | 'after-correcting' | 'after-paycools' | 'by-itself' | 'new-attempt' | 'no';

/**
 * What the code proves: `accepted` (taken on), `rejected` (nothing happened), `unknown` (it may have happened),
 * `failed` (a transaction that PayCools had taken on ended without success), `refused` (we said no to a payer).
 */
type CodeOutcome = 'accepted' | 'rejected' | 'unknown' | 'failed' | 'refused';

export type CodeRow = Readonly<{
  place: CodePlace;
  /** Without its sign: -10004 and "10004" are the same code. */
  code: number;
  outcome: CodeOutcome;
  who: CodeActor;
  tryAgain: TryAgain;
  /** Sections of gateway-api.md in which it may appear; `*` is every call. */
  sections: readonly string[];
  /** PayCools' own words. */
  gatewayWording: string;
}>;

type Row = readonly [
  code: number,
  outcome: CodeOutcome,
  who: CodeActor,
  tryAgain: TryAgain,
  sections: string,
  gatewayWording: string,
];

const ANSWER: readonly Row[] = [
  [1000, 'accepted', 'nobody', 'not-needed', '*', 'success'],
  [1001, 'rejected', 'developer', 'after-correcting', '*', 'merchant appid is invalid'],
  [1002, 'rejected', 'developer', 'after-correcting', '*', 'merchant white ip forbidden'],
  [1003, 'rejected', 'developer', 'after-correcting', '*', 'request sign is invalid'],
  [1004, 'rejected', 'paycools', 'after-paycools', '*', 'merchant unavailable'],
  [1005, 'rejected', 'paycools', 'after-paycools', '*', 'merchant institute unavailable'],
  [1006, 'rejected', 'you', 'after-correcting', '3.1 8.1', 'merchant balance insufficient'],
  [1007, 'rejected', 'you', 'after-correcting', '3.1 5.1 7.1 9.2 10.5', 'transaction exceed limit'],
  [
    1008,
    'rejected',
    'nobody',
    'by-itself',
    '3.2 4.7 5.2 5.4 5.6 7.2 8.2 9.3 9.4 10.2 10.6',
    'transaction not found',
  ],
  [1009, 'rejected', 'developer', 'after-correcting', '*', 'request params invalid'],
  [1010, 'rejected', 'you', 'after-correcting', '3.1', 'request bank name invalid'],
  [
    1011,
    'rejected',
    'paycools',
    'after-paycools',
    '3.1 4.1 5.1 6.1 7.1 9.2 10.5',
    'merchant channel is unavailable',
  ],
  [1012, 'rejected', 'you', 'after-correcting', '3.1 5.1 7.1 9.2 10.5', 'merchant order id is repeat'],
  [1013, 'rejected', 'nobody', 'by-itself', '*', 'merchant access frequency limit'],
  [1014, 'rejected', 'you', 'after-correcting', '3.1', 'merchant payout idempoteny repeat'],
  [1015, 'rejected', 'you', 'after-correcting', '3.1 5.1 7.1 9.2', 'request email invalid'],
  [1016, 'rejected', 'you', 'after-correcting', '3.1', 'request ewallet name invalid'],
  [1017, 'rejected', 'you', 'after-correcting', '4.1', 'the static virtual account exist'],
  [1018, 'unknown', 'nobody', 'by-itself', '*', 'network failed, please retry'],
  [1019, 'rejected', 'you', 'after-correcting', '6.1', 'the bank transfer account exist'],
  [1020, 'rejected', 'you', 'after-correcting', '5.1', 'dynamic qrcode amount is null'],
  [1501, 'rejected', 'you', 'after-correcting', '8.1 8.2', 'original transaction id does not exist'],
  [1502, 'rejected', 'you', 'after-correcting', '8.1', 'refund is processing'],
  [1503, 'unknown', 'paycools', 'after-paycools', '8.1', 'system error, contact PayCools'],
  [1504, 'rejected', 'you', 'after-correcting', '8.1', 'appId does not match'],
  [1505, 'rejected', 'you', 'after-correcting', '8.1', 'refund is not allowed'],
  [1506, 'rejected', 'you', 'after-correcting', '8.1', 'refund amount greater than the refundable amount'],
  [1507, 'rejected', 'you', 'no', '8.1', 'original channel does not support refunds'],
  [1508, 'rejected', 'you', 'no', '8.1', 'original channel allows only one refund'],
  [1509, 'rejected', 'you', 'no', '8.1', 'transaction older than 60 days'],
  [1510, 'rejected', 'you', 'no', '8.1', 'original channel does not support refund'],
  [1511, 'rejected', 'you', 'after-correcting', '8.1', 'original channel does not support partial refund'],
  [
    1512,
    'rejected',
    'you',
    'after-correcting',
    '8.1',
    'for a full refund the amount must equal the original amount',
  ],
  [1513, 'rejected', 'you', 'after-correcting', '8.1', 'refund amount invalid'],
  [1515, 'rejected', 'you', 'after-correcting', '8.1', 'merchant refund order id repeated'],
  [1516, 'rejected', 'you', 'after-correcting', '8.1', 'original transaction is not completed'],
];

const COLLECTION_AND_PAYOUT = '3.2 3.3 4.8 5.5 7.2 7.4 9.3 9.5 10.6 10.7';
const EVERY_RESULT = `${COLLECTION_AND_PAYOUT} 8.2 8.3`;
const PAYOUT = '3.2 3.3';

const FAILED_CODE: readonly Row[] = [
  [10000, 'failed', 'paycools', 'new-attempt', EVERY_RESULT, 'Transaction Service Error'],
  [10001, 'failed', 'customer', 'new-attempt', COLLECTION_AND_PAYOUT, 'Transaction Exceed Limit'],
  [10002, 'failed', 'developer', 'after-correcting', EVERY_RESULT, 'Transaction Params Error'],
  [10003, 'failed', 'customer', 'new-attempt', COLLECTION_AND_PAYOUT, 'Transaction Insufficient Balance'],
  [10004, 'failed', 'customer', 'new-attempt', EVERY_RESULT, 'Transaction Channel Rejected'],
  [
    10005,
    'failed',
    'you',
    'after-correcting',
    COLLECTION_AND_PAYOUT,
    'Transaction Destination Account Error',
  ],
  [10006, 'failed', 'nobody', 'new-attempt', EVERY_RESULT, 'Transaction Network Reject'],
  [10007, 'failed', 'nobody', 'new-attempt', EVERY_RESULT, 'Transaction Channel Temporarily Close'],
  [10008, 'failed', 'paycools', 'after-paycools', EVERY_RESULT, 'Merchant Unavailable Error'],
  [10009, 'failed', 'customer', 'after-correcting', `${PAYOUT} 8.2 8.3`, 'Recipient Account Blocked'],
  [10010, 'failed', 'you', 'new-attempt', '8.2 8.3', 'Channel Refund Failed'],
];

const VERIFICATION: readonly Row[] = [
  [2000, 'accepted', 'nobody', 'not-needed', '4.6', 'accept'],
  [1000, 'refused', 'you', 'after-correcting', '4.6', 'refuse (general)'],
  [1001, 'refused', 'customer', 'after-correcting', '4.6', 'parameter/reference wrong'],
  [1002, 'refused', 'customer', 'after-correcting', '4.6', 'amount over the limit'],
];

/** Every code of gateway-api.md 1A, in every place where it may stand. */
export const CODE_TABLE: readonly CodeRow[] = [
  ...rowsOf('answer', ANSWER),
  ...rowsOf('failedCode', FAILED_CODE),
  ...rowsOf('verification', VERIFICATION),
];

function rowsOf(place: CodePlace, rows: readonly Row[]): readonly CodeRow[] {
  return rows.map(([code, outcome, who, tryAgain, sections, gatewayWording]) => ({
    place,
    code,
    outcome,
    who,
    tryAgain,
    sections: sections.split(' '),
    gatewayWording,
  }));
}
