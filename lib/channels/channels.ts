/**
 * What PayCools' channels can do, where the document says so and where it had to be assumed
 * (gateway-api.md, the channel tables of sections 3 to 10). Amounts are centavos.
 */
export type Certainty = 'doc' | 'variant' | 'assumed';

export type ProductName =
  'WEB_PAYMENT' | 'QR_CODE' | 'VIRTUAL_ACCOUNT' | 'BANK_TRANSFER' | 'CHECKOUT' | 'DIRECT_DEBIT';

/** A share in basis points (200 = 2 %), or a flat amount in centavos. */
export type Fee = Readonly<{ basisPoints: number } | { flat: bigint }>;

/** Code 1507 where none, 1511/1512 where only the full amount, 1508 where only one refund is allowed. */
export type RefundSupport = Readonly<{ allowed: boolean; partial: boolean; several: boolean }>;

export type Channel = Readonly<{
  code: string;
  name: string;
  product: ProductName;
  kind: 'EWALLET' | 'ONLINE_BANKING' | 'CARD' | 'QR' | 'OTC' | 'BANK_TRANSFER';
  min: bigint;
  max: bigint;
  fee: Fee;
  refund: RefundSupport;
  certainty: Certainty;
}>;

const NO_REFUND: RefundSupport = { allowed: false, partial: false, several: false };
const ANY_REFUND: RefundSupport = { allowed: true, partial: true, several: true };
const ONE_REFUND: RefundSupport = { allowed: true, partial: true, several: false };
const FULL_ONCE: RefundSupport = { allowed: true, partial: false, several: false };

const WALLET = {
  kind: 'EWALLET',
  product: 'WEB_PAYMENT',
  min: 100n,
  max: 5_000_000n,
  fee: { basisPoints: 200 },
} as const;
const BANK = {
  kind: 'ONLINE_BANKING',
  product: 'WEB_PAYMENT',
  min: 5_000n,
  max: 5_000_000n,
  fee: { flat: 1_500n },
} as const;
const CARD = {
  kind: 'CARD',
  product: 'WEB_PAYMENT',
  min: 10_000n,
  max: 5_000_000n,
  fee: { basisPoints: 350 },
} as const;
const QR = {
  kind: 'QR',
  product: 'QR_CODE',
  min: 2_000n,
  max: 5_000_000n,
  fee: { basisPoints: 150 },
} as const;
const WALLET_VA = {
  kind: 'EWALLET',
  product: 'VIRTUAL_ACCOUNT',
  min: 10_000n,
  max: 5_000_000n,
  fee: { flat: 1_500n },
} as const;
const COUNTER_VA = {
  kind: 'OTC',
  product: 'VIRTUAL_ACCOUNT',
  min: 10_000n,
  max: 2_000_000n,
  fee: { flat: 1_500n },
} as const;
const DEBIT = {
  kind: 'EWALLET',
  product: 'DIRECT_DEBIT',
  min: 100n,
  max: 5_000_000n,
  fee: { basisPoints: 200 },
} as const;

export const CHANNELS: readonly Channel[] = [
  { code: 'GCASH_URL', name: 'GCash', ...WALLET, refund: ANY_REFUND, certainty: 'doc' },
  { code: 'PAYMAYA_URL', name: 'Maya', ...WALLET, refund: ANY_REFUND, certainty: 'variant' },
  { code: 'GRPY_URL', name: 'GrabPay', ...WALLET, refund: ANY_REFUND, certainty: 'variant' },
  { code: 'COINS_URL', name: 'Coins.ph', ...WALLET, refund: ONE_REFUND, certainty: 'variant' },
  { code: 'ZFB_URL', name: 'Alipay', ...WALLET, refund: ANY_REFUND, certainty: 'variant' },
  { code: 'BPIA_URL', name: 'BPI', ...BANK, refund: FULL_ONCE, certainty: 'variant' },
  { code: 'UBPB_URL', name: 'UnionBank', ...BANK, refund: FULL_ONCE, certainty: 'variant' },
  { code: 'MBTC_URL', name: 'Metrobank', ...BANK, refund: FULL_ONCE, certainty: 'variant' },
  { code: 'RCBC_URL', name: 'RCBC', ...BANK, refund: FULL_ONCE, certainty: 'variant' },
  { code: 'MAYB_URL', name: 'Maybank', ...BANK, refund: FULL_ONCE, certainty: 'variant' },
  { code: 'VISA_CARD_URL', name: 'Visa', ...CARD, refund: ANY_REFUND, certainty: 'variant' },
  { code: 'MASTER_CARD_URL', name: 'Mastercard', ...CARD, refund: ANY_REFUND, certainty: 'variant' },
  { code: 'CARD_URL', name: 'Maya card page', ...CARD, refund: ANY_REFUND, certainty: 'variant' },
  { code: 'QRPH_STATIC_QR', name: 'QR Ph, any amount', ...QR, refund: NO_REFUND, certainty: 'doc' },
  { code: 'QRPH_DYNAMIC_QR', name: 'QR Ph', ...QR, refund: NO_REFUND, certainty: 'doc' },
  { code: 'QRPH_HYBRID_QR', name: 'QR Ph bill', ...QR, refund: NO_REFUND, certainty: 'doc' },
  { code: 'GCASH_STATIC_VA', name: 'GCash bills', ...WALLET_VA, refund: NO_REFUND, certainty: 'doc' },
  { code: 'PAYMAYA_STATIC_VA', name: 'Maya bills', ...WALLET_VA, refund: NO_REFUND, certainty: 'doc' },
  { code: '7ELEVEN_STATIC_VA', name: '7-Eleven', ...COUNTER_VA, refund: NO_REFUND, certainty: 'doc' },
  { code: 'MLH_STATIC_VA', name: 'M Lhuillier', ...COUNTER_VA, refund: NO_REFUND, certainty: 'doc' },
  { code: 'RDP_STATIC_VA', name: 'RD Pawnshop', ...COUNTER_VA, refund: NO_REFUND, certainty: 'doc' },
  { code: 'CEBUANA_VA', name: 'Cebuana Lhuillier', ...COUNTER_VA, refund: NO_REFUND, certainty: 'variant' },
  { code: '7ELEVEN_VA', name: '7-Eleven', ...COUNTER_VA, refund: NO_REFUND, certainty: 'variant' },
  {
    code: 'INSTA_TRANSFER_ACC',
    name: 'InstaPay',
    kind: 'BANK_TRANSFER',
    product: 'BANK_TRANSFER',
    min: 100n,
    max: 5_000_000n,
    fee: { flat: 1_000n },
    refund: NO_REFUND,
    certainty: 'doc',
  },
  { code: 'GCASH_DIRECT_DEBIT', name: 'GCash debit', ...DEBIT, refund: ANY_REFUND, certainty: 'assumed' },
  { code: 'PAYMAYA_DIRECT_DEBIT', name: 'Maya debit', ...DEBIT, refund: ANY_REFUND, certainty: 'assumed' },
  {
    code: 'JTWALLET_DIRECT_DEBIT',
    name: 'JT Wallet debit',
    ...DEBIT,
    refund: ANY_REFUND,
    certainty: 'variant',
  },
];

/** Flat fee of one payout in centavos, charged on top of its amount (section 3, assumed). */
export const PAYOUT_FEE = 1_000n;

/** Days after completion within which a refund may start (code 1509). */
export const REFUND_WINDOW_DAYS = 60;

const BY_CODE = new Map(CHANNELS.map((channel) => [channel.code, channel]));

export function findChannel(code: string | null | undefined): Channel | undefined {
  return code ? BY_CODE.get(code) : undefined;
}

/** What to call a channel on screen: its name, or its code where nobody listed it. */
export function channelName(code: string | null | undefined): string {
  return findChannel(code)?.name ?? code ?? '';
}
