import { findChannel } from '../channels';
import type { Prng } from './prng';

const FIRST_NAMES = [
  'Maria',
  'Jose',
  'Ana',
  'Juan',
  'Liza',
  'Mark',
  'Grace',
  'Paolo',
  'Kristine',
  'Ramon',
  'Angelica',
  'Carlo',
  'Jasmine',
  'Miguel',
  'Rowena',
  'Enrique',
  'Bea',
  'Dennis',
  'Cherry',
  'Rafael',
  'Maricel',
  'Nathaniel',
  'Divina',
  'Jerome',
] as const;
const LAST_NAMES = [
  'Santos',
  'Reyes',
  'Cruz',
  'Bautista',
  'Ocampo',
  'Garcia',
  'Mendoza',
  'Torres',
  'Tomas',
  'Andrada',
  'Castillo',
  'Flores',
  'Villanueva',
  'Ramos',
  'Aquino',
  'Navarro',
  'Salazar',
  'Mercado',
  'Dela Cruz',
  'Pascual',
  'Lim',
  'Tan',
  'Uy',
  'Manalo',
] as const;
const PRICES = [
  9900, 12900, 14900, 17950, 19900, 24900, 29900, 34900, 39900, 49900, 59900, 79900, 99900, 149900,
] as const;
const SHIPPING = [0, 0, 3800, 5850, 8500, 12075] as const;
const MOBILE_PREFIXES = [
  '0905',
  '0906',
  '0915',
  '0917',
  '0918',
  '0919',
  '0927',
  '0939',
  '0956',
  '0977',
  '0995',
  '0998',
] as const;

const CHANNEL_MIX: readonly (readonly [string, number])[] = [
  ['GCASH_URL', 240],
  ['PAYMAYA_URL', 115],
  ['GRPY_URL', 28],
  ['COINS_URL', 12],
  ['ZFB_URL', 6],
  ['BPIA_URL', 32],
  ['UBPB_URL', 22],
  ['MBTC_URL', 12],
  ['RCBC_URL', 8],
  ['MAYB_URL', 4],
  ['VISA_CARD_URL', 36],
  ['MASTER_CARD_URL', 22],
  ['CARD_URL', 6],
  ['QRPH_DYNAMIC_QR', 210],
  ['QRPH_STATIC_QR', 110],
  ['GCASH_STATIC_VA', 35],
  ['PAYMAYA_STATIC_VA', 15],
  ['7ELEVEN_STATIC_VA', 32],
  ['MLH_STATIC_VA', 8],
  ['INSTA_TRANSFER_ACC', 47],
];

// An online shop sleeps after midnight, sells at lunch and most of all in the evening.
const HOUR_MIX: readonly (readonly [number, number])[] = [
  12, 6, 3, 2, 2, 4, 10, 20, 34, 46, 54, 60, 72, 62, 52, 50, 52, 58, 66, 80, 92, 88, 60, 30,
].map((weight, hour) => [hour, weight] as const);

/** Who buys. */
export type Customer = Readonly<{ customerName: string; email: string; mobile: string }>;

/** A customer with a Philippine name, mobile and an address that reaches nobody. */
export function customerFrom(random: Prng): Customer {
  const first = random.pick(FIRST_NAMES);
  const last = random.pick(LAST_NAMES);
  const digits = String(random.int(0, 9_999_999)).padStart(7, '0');
  const mailbox = `${first}.${last.replace(' ', '')}${random.int(1, 99)}`.toLowerCase();
  return {
    customerName: `${first} ${last}`,
    email: `${mailbox}@example.com`,
    mobile: random.pick(MOBILE_PREFIXES) + digits,
  };
}

/** The channel of a sale. */
export function channelFrom(random: Prng): string {
  return random.weighted(CHANNEL_MIX, 'GCASH_URL');
}

/** What a basket costs in centavos, inside the channel's limits; never one of the endings that mean a failure. */
export function amountFrom(random: Prng, channelCode: string): bigint {
  const items = random.weighted(
    [
      [1, 55],
      [2, 30],
      [3, 15],
    ],
    1,
  );
  let amount: number = random.pick(SHIPPING);
  for (let item = 0; item < items; item += 1) amount += random.pick(PRICES);
  const least = findChannel(channelCode)?.minAmount ?? 0n;
  return BigInt(amount) < least ? least : BigInt(amount);
}

/** A second of the day, 0 to 86,399, busy in the evening. */
export function secondOfDayFrom(random: Prng): number {
  return random.weighted(HOUR_MIX, 12) * 3_600 + random.int(0, 3_599);
}
