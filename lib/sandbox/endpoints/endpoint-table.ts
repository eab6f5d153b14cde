import type { Endpoint } from '../endpoint';
import { ACCOUNT_ENDPOINTS } from './account';
import { QR_CODE_ENDPOINTS } from './qr-code';
import { REFUND_ENDPOINTS } from './refund';
import { WEB_PAYMENT_ENDPOINTS } from './web-payment';

/** Every operation that the sandbox answers; the first whose path fits is taken. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...ACCOUNT_ENDPOINTS,
  ...QR_CODE_ENDPOINTS,
  ...WEB_PAYMENT_ENDPOINTS,
  ...REFUND_ENDPOINTS,
];
