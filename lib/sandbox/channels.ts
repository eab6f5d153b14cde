/** What a refund of a channel may be (table of section 8). */
export type RefundRule = 'MANY' | 'ONE' | 'ONE_FULL' | 'NONE' | 'UNLISTED';

/** What a transaction is charged: a share in basis points or a flat sum of centavos. */
type FeeRule = Readonly<{ basisPoints: bigint }> | Readonly<{ flat: bigint }>;

/** The products whose payments stand on the payment statement. */
export type Product = 'QR' | 'WEB' | 'VA' | 'TRANSFER';

/** A row of the channel tables of sections 4 to 8; limits in centavos. */
export type Channel = Readonly<{
  code: string;
  name: string;
  product: Product;
  type: 'EWALLET' | 'ONLINE_BANKING' | 'CARD' | 'QR' | 'OTC' | 'TRANSFER';
  minAmount: bigint;
  maxAmount: bigint;
  fee: FeeRule;
  refund: RefundRule;
}>;

const MOST = 5_000_000n;
const WALLET = {
  product: 'WEB',
  type: 'EWALLET',
  minAmount: 100n,
  maxAmount: MOST,
  fee: { basisPoints: 200n },
  refund: 'MANY',
} as const;
const BANK = {
  product: 'WEB',
  type: 'ONLINE_BANKING',
  minAmount: 5_000n,
  maxAmount: MOST,
  fee: { flat: 1_500n },
  refund: 'ONE_FULL',
} as const;
const CARD = {
  product: 'WEB',
  type: 'CARD',
  minAmount: 10_000n,
  maxAmount: MOST,
  fee: { basisPoints: 350n },
  refund: 'MANY',
} as const;
const QR = {
  product: 'QR',
  type: 'QR',
  minAmount: 2_000n,
  maxAmount: MOST,
  fee: { basisPoints: 150n },
  refund: 'NONE',
} as const;
const VA = {
  product: 'VA',
  type: 'OTC',
  minAmount: 10_000n,
  maxAmount: 2_000_000n,
  fee: { flat: 1_500n },
  refund: 'NONE',
} as const;

/** Every collection channel that the sandbox knows. */
export const CHANNELS: readonly Channel[] = [
  { ...WALLET, code: 'GCASH_URL', name: 'GCash' },
  { ...WALLET, code: 'PAYMAYA_URL', name: 'Maya' },
  { ...WALLET, code: 'GRPY_URL', name: 'GrabPay' },
  { ...WALLET, code: 'COINS_URL', name: 'Coins.ph', refund: 'ONE' },
  { ...WALLET, code: 'ZFB_URL', name: 'Alipay' },
  { ...BANK, code: 'BPIA_URL', name: 'BPI' },
  { ...BANK, code: 'UBPB_URL', name: 'UnionBank' },
  { ...BANK, code: 'MBTC_URL', name: 'Metrobank' },
  { ...BANK, code: 'RCBC_URL', name: 'RCBC' },
  { ...BANK, code: 'MAYB_URL', name: 'Maybank' },
  { ...CARD, code: 'VISA_CARD_URL', name: 'Visa' },
  { ...CARD, code: 'MASTER_CARD_URL', name: 'Mastercard' },
  { ...CARD, code: 'CARD_URL', name: 'Maya card page' },
  { ...QR, code: 'QRPH_STATIC_QR', name: 'QR Ph, static' },
  { ...QR, code: 'QRPH_DYNAMIC_QR', name: 'QR Ph, dynamic' },
  { ...QR, code: 'QRPH_HYBRID_QR', name: 'QR Ph, hybrid' },
  { ...VA, code: 'GCASH_STATIC_VA', name: 'GCash bills payment', maxAmount: MOST },
  { ...VA, code: 'PAYMAYA_STATIC_VA', name: 'Maya bills payment', maxAmount: MOST },
  { ...VA, code: '7ELEVEN_STATIC_VA', name: '7-Eleven counter' },
  { ...VA, code: 'MLH_STATIC_VA', name: 'M Lhuillier counter' },
  { ...VA, code: 'RDP_STATIC_VA', name: 'RD Pawnshop counter' },
  { ...VA, code: 'CEBUANA_VA', name: 'Cebuana Lhuillier' },
  { ...VA, code: '7ELEVEN_VA', name: '7-Eleven' },
  {
    code: 'INSTA_TRANSFER_ACC',
    name: 'InstaPay to an AllBank account',
    product: 'TRANSFER',
    type: 'TRANSFER',
    minAmount: 100n,
    maxAmount: MOST,
    fee: { flat: 1_000n },
    refund: 'NONE',
  },
];

/** What every payout costs on top, in centavos (section 3). */
export const PAYOUT_FEE = 1_000n;

const PAYMENT_METHODS = {
  QR: 'QR Code',
  WEB: 'Web Payment',
  VA: 'Bills Payment',
  TRANSFER: 'Bank Transfer',
} as const satisfies Record<Product, string>;

const BY_CODE = new Map(CHANNELS.map((channel) => [channel.code, channel]));

/** The channel of a code, or null when no table lists it. */
export function findChannel(code: string): Channel | null {
  return BY_CODE.get(code) ?? null;
}

/** The statement's display text of a product (2.2). */
export function paymentMethodOf(product: Product): string {
  return PAYMENT_METHODS[product];
}

/** The fee of a completed collection in centavos, percentages rounded half up (section 14). */
export function feeOf(code: string, amount: bigint): bigint {
  const fee = findChannel(code)?.fee ?? { basisPoints: 0n };
  return 'flat' in fee ? fee.flat : shareOf(amount, fee.basisPoints, 10_000n);
}

/** amount × part ÷ whole in centavos, rounded half up; all of them at least 0. */
export function shareOf(amount: bigint, part: bigint, whole: bigint): bigint {
  return (2n * amount * part + whole) / (2n * whole);
}
