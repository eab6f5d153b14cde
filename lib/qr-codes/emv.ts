import { type Centavos, pesosFromWire } from '../money/money';

/** One field of an EMVCo payload: two digits and its text. */
export type EmvField = Readonly<{ tag: string; value: string }>;

/** What a QR Ph payload says to a wallet; `amount` in centavos, null where the payer types it. */
export type EmvContent = Readonly<{
  reusable: boolean;
  amount: Centavos | null;
  merchantName: string;
  city: string;
}>;

export type EmvFault =
  | 'unreadable'
  | 'checksum'
  | 'account'
  | 'currency'
  | 'country'
  | 'amountText'
  | 'amountMissing'
  | 'amountGiven'
  | 'amount';

export type EmvVerdict =
  | Readonly<{ ok: true; content: EmvContent }>
  | Readonly<{ ok: false; fault: EmvFault; found: string; amount: Centavos | null }>;

const CHECKSUM = '63';
const PESO = '608';
const AMOUNT = /^(?=.{1,13}$)[0-9]+(?:\.[0-9]{1,2})?$/u;

/**
 * Reads the payload of a QR code ourselves and compares it with what was asked for, before its picture is
 * offered: shape, CRC, peso, Philippines, and the amount to the centavo (none on a static code).
 */
export function checkEmv(text: string, asked: Centavos | null): EmvVerdict {
  const fields = readEmv(text);
  if (fields === null) return wrong('unreadable', '');
  if (!isChecksumRight(text, fields)) return wrong('checksum', fields.at(-1)?.value ?? '');
  const value = (tag: string) => fields.find((field) => field.tag === tag)?.value ?? '';
  if (!fields.some(({ tag }) => tag >= '02' && tag <= '51')) return wrong('account', '');
  if (value('53') !== PESO) return wrong('currency', value('53'));
  if (value('58') !== 'PH') return wrong('country', value('58'));

  const amountText = value('54');
  const amount = AMOUNT.test(amountText) ? pesosFromWire(amountText) : null;
  if (amountText !== '' && amount === null) return wrong('amountText', amountText);
  if (amount === null && asked !== null) return wrong('amountMissing', '');
  if (amount !== null && asked === null) return wrong('amountGiven', amountText, amount);
  if (amount !== asked) return wrong('amount', amountText, amount);
  return {
    ok: true,
    content: { reusable: value('01') !== '12', amount, merchantName: value('59'), city: value('60') },
  };
}

/**
 * The fields of a payload in their order; null where the text is not tag, length, value from end to end,
 * a tag stands twice, it does not begin with the format indicator `01` or does not end with the checksum.
 */
export function readEmv(text: string): readonly EmvField[] | null {
  // The standard counts characters; writers that count bytes differ only where a name is not plain ASCII.
  const byCharacters = fieldsOf(Array.from(text));
  if (byCharacters !== null) return byCharacters;
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte));
  return fieldsOf(bytes)?.map(({ tag, value }) => ({ tag, value: fromBytes(value) })) ?? null;
}

/** CRC-16/CCITT-FALSE (0x1021 from 0xFFFF, not reflected) over the UTF-8 bytes: four upper-case hex digits. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021;
    crc &= 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

function isChecksumRight(text: string, fields: readonly EmvField[]): boolean {
  const given = fields.at(-1)?.value ?? '';
  return crc16(text.slice(0, text.length - given.length)) === given.toUpperCase();
}

function fieldsOf(units: readonly string[]): EmvField[] | null {
  const fields: EmvField[] = [];
  for (let at = 0; at < units.length;) {
    const head = units.slice(at, at + 4).join('');
    if (!/^[0-9]{4}$/u.test(head)) return null;
    const tag = head.slice(0, 2);
    const end = at + 4 + Number(head.slice(2));
    if (end > units.length || end === at + 4 || fields.some((field) => field.tag === tag)) return null;
    fields.push({ tag, value: units.slice(at + 4, end).join('') });
    at = end;
  }
  const [first, last] = [fields[0], fields.at(-1)];
  const framed =
    first?.tag === '00' && first.value === '01' && last?.tag === CHECKSUM && last.value.length === 4;
  return framed ? fields : null;
}

function fromBytes(value: string): string {
  return new TextDecoder().decode(Uint8Array.from(value, (unit) => unit.charCodeAt(0)));
}

function wrong(fault: EmvFault, found: string, amount: Centavos | null = null): EmvVerdict {
  return { ok: false, fault, found, amount };
}
