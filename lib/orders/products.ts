import type { ProductName } from '../channels/channels';

/** Every product that a payment can come in through, in the order in which people meet them. */
export const PRODUCTS = [
  'QR_CODE',
  'WEB_PAYMENT',
  'VIRTUAL_ACCOUNT',
  'BANK_TRANSFER',
  'CHECKOUT',
  'DIRECT_DEBIT',
] as const satisfies readonly ProductName[];
