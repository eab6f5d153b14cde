import { useLocale } from 'next-intl';

import { classNames } from '@/components/ui/class-names';
import { formatMoney } from '@/lib/money/format-money';

type MoneyTextProps = Readonly<{
  /** Centavos as text, as they cross every wire. */
  centavos: string;
  /** `always` writes a plus in front of what is above zero: for effects and differences. */
  sign?: 'always' | 'negative';
  className?: string;
}>;

/** An amount, shown one way everywhere: ₱, two decimals, tabular digits, a true minus sign. */
export function MoneyText({ centavos, sign = 'negative', className }: MoneyTextProps) {
  const locale = useLocale();
  const amount = BigInt(centavos);
  const plus = sign === 'always' && amount > 0n ? '+' : '';
  return (
    <data value={centavos} className={classNames('whitespace-nowrap tabular-nums', className)}>
      {plus}
      {formatMoney(amount, locale)}
    </data>
  );
}

/** The one big figure of a screen. */
export function MoneyFigure({ centavos }: Readonly<{ centavos: string }>) {
  return <MoneyText centavos={centavos} className="text-figure font-strong tracking-[-0.02em]" />;
}
