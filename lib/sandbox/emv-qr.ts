import { pesosNumber } from './wire-json';

/** What a QR Ph payload says; the amount is in centavos and null on a static code. */
export type QrPayload = Readonly<{ merchantName: string; amount: bigint | null; reference: string }>;

/** The EMVCo text of a QR Ph code (5.1), checksum included. */
export function emvQr({ merchantName, amount, reference }: QrPayload): string {
  const account = tlv('00', 'ph.ppmi.p2m') + tlv('01', 'PAYCPHM1XXX') + tlv('03', reference.slice(-15));
  const body = [
    tlv('00', '01'),
    tlv('01', amount === null ? '11' : '12'),
    tlv('28', account),
    tlv('52', '5399'),
    tlv('53', '608'),
    amount === null ? '' : tlv('54', withTwoDecimals(pesosNumber(amount).value)),
    tlv('58', 'PH'),
    tlv('59', asciiOnly(merchantName).slice(0, 25)),
    tlv('60', 'Manila'),
    tlv('62', tlv('05', reference)),
    '6304',
  ].join('');
  return body + crc16(body);
}

/** CRC-16/CCITT-FALSE of a text, four upper-case hexadecimal digits. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text, 'utf8')) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021;
    crc &= 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

function tlv(tag: string, value: string): string {
  return `${tag}${value.length.toString().padStart(2, '0')}${value}`;
}

function withTwoDecimals(pesos: string): string {
  const [whole = '0', fraction = ''] = pesos.split('.');
  return `${whole}.${fraction.padEnd(2, '0')}`;
}

// Lengths in the payload count characters, which readers take for bytes.
function asciiOnly(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .trim();
  return plain === '' ? 'MERCHANT' : plain;
}
