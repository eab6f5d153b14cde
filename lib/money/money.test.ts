import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMoney } from '@/lib/money/format-money';
import { parsePesos, percentFee, pesosFromWire, toPesos } from '@/lib/money/money';

const amounts = fc.bigInt({ min: 0n, max: 999_999_999_999_999n });

describe('parsePesos reads what a person types', () => {
  test.each([
    ['1250.5', 125050n],
    ['1250.50', 125050n],
    ['0', 0n],
    ['.5', 50n],
    ['0007', 700n],
    ['₱1,250.50', 125050n],
    ['₱ 12', 1200n],
    ['  1,000,000.01\u00a0', 100000001n],
    ['\ufeff\u200b5\u200d', 500n],
    ['9999999999999.99', 999_999_999_999_999n],
  ])('%j', (text, centavos) => {
    expect(parsePesos(text)).toEqual({ ok: true, centavos });
  });

  test.each([
    ['', 'money.required'],
    [' \u200b ', 'money.required'],
    ['₱', 'money.required'],
    ['-5', 'money.sign'],
    ['+5', 'money.sign'],
    ['\u22125', 'money.sign'],
    ['1e3', 'money.format'],
    ['0x10', 'money.format'],
    ['５', 'money.format'],
    ['٥', 'money.format'],
    ['1,00', 'money.format'],
    ['1250,50', 'money.format'],
    [',100', 'money.format'],
    ['1 000', 'money.format'],
    ['5.', 'money.format'],
    ['.', 'money.format'],
    ['1.2.3', 'money.format'],
    ['$5', 'money.format'],
    ['Infinity', 'money.format'],
    ['1.005', 'money.decimals'],
    ['1.000', 'money.decimals'],
    ['10000000000000', 'money.tooLarge'],
  ])('%j is refused', (text, key) => {
    expect(parsePesos(text)).toMatchObject({ ok: false, key });
  });

  test('what is written is read back', () => {
    fc.assert(
      fc.property(amounts, (centavos) => {
        expect(parsePesos(toPesos(centavos))).toEqual({ ok: true, centavos });
        expect(parsePesos(formatMoney(centavos, 'en'))).toEqual({ ok: true, centavos });
      }),
    );
  });
});

describe('pesosFromWire reads the decimal text of a statement', () => {
  test.each([
    ['1250.5', 125050n],
    ['100.1', 10010n],
    ['-3.00', -300n],
    ['0', 0n],
    ['-0.00', 0n],
    ['0.29', 29n],
    ['9007199254740.93', 900719925474093n],
  ])('%j', (text, centavos) => {
    expect(pesosFromWire(text)).toBe(centavos);
  });

  test.each([
    '',
    ' 1',
    '1 ',
    '1.005',
    '1.000',
    '1e3',
    '1E-2',
    '+1',
    '1,000',
    '.5',
    '5.',
    'NaN',
    '１',
    '₱1',
    '--1',
  ])('%j is unreadable', (text) => {
    expect(pesosFromWire(text)).toBeNull();
  });

  test('what is written is read back, negative too', () => {
    fc.assert(
      fc.property(amounts, fc.boolean(), (size, negative) => {
        const centavos = negative ? -size : size;
        expect(pesosFromWire(toPesos(centavos))).toBe(centavos);
      }),
    );
  });
});

describe('writing', () => {
  test.each([
    [0n, '0.00'],
    [5n, '0.05'],
    [-5n, '-0.05'],
    [125050n, '1250.50'],
    [-100n, '-1.00'],
  ])('toPesos(%s)', (centavos, text) => {
    expect(toPesos(centavos)).toBe(text);
  });

  test.each(['en', 'fil', 'zh-Hans'])('formatMoney is the same in %s', (locale) => {
    expect(formatMoney(125000n, locale)).toBe('₱1,250.00');
    expect(formatMoney(-125050n, locale)).toBe('\u2212₱1,250.50');
    expect(formatMoney(0n, locale)).toBe('₱0.00');
    expect(formatMoney(900719925474099399n, locale)).toBe('₱9,007,199,254,740,993.99');
  });
});

test.each([
  [125050n, 200, 2501n],
  [100n, 150, 2n],
  [99n, 150, 1n],
  [33n, 150, 0n],
  [34n, 150, 1n],
  [0n, 150, 0n],
  [-100n, 150, -2n],
  [900719925474099399n, 1, 90071992547410n],
])('percentFee(%s, %s) rounds half up', (centavos, basisPoints, fee) => {
  expect(percentFee(centavos, basisPoints)).toBe(fee);
});
