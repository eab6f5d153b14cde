import { describe, expect, test } from 'vitest';

import { checkEmv, crc16, readEmv } from './emv';

/** ₱750.00 to SARI SARI STORE, put together by hand from the field table; the CRC is a written number. */
const PAY_750 =
  '00020101021228440011ph.ppmi.p2m0111PAYCPHM1XXX031001234567895204539953036085406750.005802PH5915SARI SARI STORE6006Manila63045E38';
const ANY_AMOUNT =
  '00020101021128440011ph.ppmi.p2m0111PAYCPHM1XXX031001234567895204539953036085802PH5915SARI SARI STORE6006Manila630458B0';
/** The example that EMVCo prints in its specification of merchant-presented codes. */
const EMVCO_EXAMPLE =
  '00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN5914BEST TRANSPORT6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603***0708A60086670902ME91320016A0112233449988770708123456786304A13A';

describe('CRC-16/CCITT-FALSE', () => {
  test.each([
    ['123456789', '29B1'],
    ['', 'FFFF'],
    ['A', 'B915'],
  ])('of %j is %s', (text, crc) => {
    expect(crc16(text)).toBe(crc);
  });

  test('is taken over UTF-8 bytes', () => {
    expect(crc16(EMVCO_EXAMPLE.slice(0, -4))).toBe('A13A');
  });
});

describe('reading', () => {
  test('finds every field in its order', () => {
    expect(readEmv(PAY_750)?.map(({ tag, value }) => `${tag}=${value}`)).toEqual([
      '00=01',
      '01=12',
      '28=0011ph.ppmi.p2m0111PAYCPHM1XXX03100123456789',
      '52=5399',
      '53=608',
      '54=750.00',
      '58=PH',
      '59=SARI SARI STORE',
      '60=Manila',
      '63=5E38',
    ]);
  });

  test("reads EMVCo's own example, whose lengths count characters", () => {
    expect(readEmv(EMVCO_EXAMPLE)?.find(({ tag }) => tag === '64')?.value).toBe('0002ZH0104最佳运输0202北京');
  });

  test.each([
    [
      'lengths that count characters',
      '00020128150011ph.ppmi.p2m53036085406750.005802PH5916TINDAHAN NI NIÑO6304A6D4',
    ],
    [
      'lengths that count bytes',
      '00020128150011ph.ppmi.p2m53036085406750.005802PH5917TINDAHAN NI NIÑO6304CB0C',
    ],
  ])('reads a name with Ñ under %s', (_, content) => {
    expect(checkEmv(content, 75_000n)).toMatchObject({
      ok: true,
      content: { merchantName: 'TINDAHAN NI NIÑO' },
    });
  });

  test.each([
    ['nothing', ''],
    ['words', 'pay me'],
    ['a web address', 'https://sandbox.example/s/9Zx8Yw7'],
    ['no format indicator', '5303608630441A0'],
    ['a length beyond the end', '0002015999SARI6304FFFF'],
    ['an empty field', '00020154006304FFFF'],
    ['a field twice', '00020153036085303608630400AA'],
    ['no checksum', '0002015303608'],
    ['something after the checksum', '00020163045E38590101'],
    ['full-width digits', '０００２０１6304FFFF'],
  ])('%s is no payload', (_, content) => {
    expect(readEmv(content)).toBeNull();
    expect(checkEmv(content, null)).toMatchObject({ ok: false, fault: 'unreadable' });
  });
});

describe('the check before the picture is offered', () => {
  test('a dynamic code that asks for the right amount passes', () => {
    expect(checkEmv(PAY_750, 75_000n)).toEqual({
      ok: true,
      content: { reusable: false, amount: 75_000n, merchantName: 'SARI SARI STORE', city: 'Manila' },
    });
  });

  test('a static code without an amount passes', () => {
    expect(checkEmv(ANY_AMOUNT, null)).toEqual({
      ok: true,
      content: { reusable: true, amount: null, merchantName: 'SARI SARI STORE', city: 'Manila' },
    });
  });

  test.each([
    [
      '750',
      '00020101021228440011ph.ppmi.p2m0111PAYCPHM1XXX0310012345678952045399530360854037505802PH5915SARI SARI STORE6006Manila6304999C',
    ],
    [
      '750.5',
      '00020101021228440011ph.ppmi.p2m0111PAYCPHM1XXX031001234567895204539953036085405750.55802PH5915SARI SARI STORE6006Manila6304F1A8',
    ],
  ])('an amount written %s is read exactly', (written, content) => {
    expect(checkEmv(content, written === '750' ? 75_000n : 75_050n)).toMatchObject({ ok: true });
  });

  test.each([
    ['checksum', PAY_750.replace('750.00', '950.00'), 95_000n, { found: '5E38' }],
    ['checksum', PAY_750.slice(0, -1) + '9', 75_000n, { found: '5E39' }],
    [
      'amount',
      '00020101021228440011ph.ppmi.p2m0111PAYCPHM1XXX03100123456789520453995303608540575.005802PH5915SARI SARI STORE6006Manila6304D358',
      75_000n,
      { found: '75.00', amount: 7_500n },
    ],
    ['amount', PAY_750, 75_001n, { amount: 75_000n }],
    ['amountMissing', ANY_AMOUNT, 75_000n, {}],
    ['amountGiven', PAY_750, null, { amount: 75_000n }],
    [
      'currency',
      '00020101021228440011ph.ppmi.p2m0111PAYCPHM1XXX031001234567895204539953038405406750.005802PH5915SARI SARI STORE6006Manila63042DA7',
      75_000n,
      { found: '840' },
    ],
    [
      'country',
      '00020101021228440011ph.ppmi.p2m0111PAYCPHM1XXX031001234567895204539953036085406750.005802US5915SARI SARI STORE6006Manila6304F363',
      75_000n,
      { found: 'US' },
    ],
    [
      'account',
      '0002010102125204539953036085406750.005802PH5915SARI SARI STORE6006Manila630412D4',
      75_000n,
      {},
    ],
    [
      'amountText',
      '00020101021228440011ph.ppmi.p2m0111PAYCPHM1XXX0310012345678952045399530360854037e25802PH5915SARI SARI STORE6006Manila63049632',
      70_000n,
      { found: '7e2' },
    ],
    [
      'amountText',
      '00020101021228440011ph.ppmi.p2m0111PAYCPHM1XXX031001234567895204539953036085407750.0055802PH5915SARI SARI STORE6006Manila6304B180',
      75_000n,
      { found: '750.005' },
    ],
  ])('%s: the picture is withheld', (fault, content, asked, rest) => {
    expect(checkEmv(content, asked)).toMatchObject({ ok: false, fault, ...rest });
  });
});
