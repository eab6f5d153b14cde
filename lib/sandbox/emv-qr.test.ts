import { expect, test } from 'vitest';
import { crc16, emvQr } from './emv-qr';

test('the checksum is CRC-16/CCITT-FALSE', () => {
  expect(crc16('123456789')).toBe('29B1');
  expect(crc16('')).toBe('FFFF');
});

test('a dynamic code carries its amount and a checksum over everything before it', () => {
  const payload = emvQr({ merchantName: 'Demo Store', amount: 75000n, reference: 'QR2026010100000000003' });
  expect(payload.slice(0, -4)).toBe(
    '00020101021228490011ph.ppmi.p2m0111PAYCPHM1XXX03150101000000000035204539953036085406750.005802PH5910Demo Store6006Manila62250521QR20260101000000000036304',
  );
  expect(payload.slice(-4)).toBe(crc16(payload.slice(0, -4)));
});

test('a static code says so and carries no amount', () => {
  const payload = emvQr({ merchantName: 'Tindahan ni Niña', amount: null, reference: 'QR1' });
  expect(payload.slice(0, 12)).toBe('000201010211');
  expect(payload).toContain('53036085802PH5916Tindahan ni Nina6006Manila');
});
