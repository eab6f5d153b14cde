import { type Centavos, toPesos } from '@/lib/money/money';

const MINUS = '\u2212';

/** Writes centavos for people, `₱1,250.00` in every language; negative with a minus sign (U+2212) in front. */
export function formatMoney(centavos: Centavos, locale: string): string {
  const size = centavos < 0n ? -centavos : centavos;
  return `${centavos < 0n ? MINUS : ''}${formatterFor(locale).format(toPesos(size) as `${number}`)}`;
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatterFor(locale: string): Intl.NumberFormat {
  const known = formatters.get(locale);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'PHP',
    currencyDisplay: 'narrowSymbol',
    numberingSystem: 'latn',
  });
  formatters.set(locale, made);
  return made;
}
