import { hash } from './prng';

/** Ids of one app's history: the same for the same app, never those of another app. */
export type HistoryIds = ReturnType<typeof historyIds>;

/** Makes ids in the shapes of 0.2 from the day and a serial number below ten million. */
export function historyIds(appId: string) {
  const app = String(hash(appId) % 1_000_000).padStart(6, '0');
  const compact = (day: string) => day.slice(2).replaceAll('-', '');
  const padded = (serial: number) => String(serial).padStart(7, '0');
  const gatewayId = (prefix: string) => (day: string, serial: number) =>
    `${prefix}${compact(day)}${app}${padded(serial)}`;
  const merchantId = (prefix: string) => (day: string, serial: number) =>
    `${prefix}${compact(day)}${padded(serial)}`;
  return {
    collection: gatewayId('C'),
    refund: gatewayId('R'),
    payout: gatewayId('D'),
    qrCode: gatewayId('QR'),
    order: merchantId('WB'),
    qrOrder: merchantId('QR'),
    refundOrder: merchantId('RF'),
    payoutOrder: merchantId('PO'),
    idempotency: merchantId('ID'),
    customer: (number: number) => `CUST${String(number).padStart(6, '0')}`,
    counter: (number: number) => `QRCOUNTER${number}`,
    paymentCode: (number: number) => `PC${app}${String(number).padStart(4, '0')}`,
    account: (number: number) => `999${app}${String(number).padStart(3, '0')}`,
  };
}
