import type { Operation } from '@/lib/gateway/operation';
import { account } from '@/lib/gateway/resources/account';
import { qrCodes } from '@/lib/gateway/resources/qr-codes';
import { refunds } from '@/lib/gateway/resources/refunds';
import { webPayments } from '@/lib/gateway/resources/web-payments';

/** Every operation by noun and verb: a new noun is one file in resources/ and one line here. */
export const RESOURCES = { account, qrCode: qrCodes, webPayment: webPayments, refund: refunds };

/** The same as one flat list, in the order of gateway-api.md. */
export const OPERATIONS: readonly Operation[] = Object.values(RESOURCES).flatMap((verbs) =>
  Object.values<Operation>(verbs),
);
