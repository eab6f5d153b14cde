import type { Centavos } from '../money/money';

/** What moved on a day by Kaha's books: all centavos, all without sign; the arithmetic knows which way each goes. */
export type DayMovements = Readonly<{
  /** What payers paid, before fees. */
  collections: Centavos;
  fees: Centavos;
  /** Accepted payouts with their fees. */
  payouts: Centavos;
  /** Failed or cancelled payouts with their fees. */
  cameBack: Centavos;
  refunds: Centavos;
  /** Failed or cancelled refunds. */
  refundsReturned: Centavos;
  feesReturned: Centavos;
  /** Signed: what a person recorded with evidence. */
  other: Centavos;
}>;

export type ProofInput = Readonly<{
  /** What PayCools held at both ends; null where no balance is known. */
  opening: Centavos | null;
  closing: Centavos | null;
  movements: DayMovements;
  /** Signed effects of the exceptions on the difference. */
  effects: readonly Centavos[];
}>;

/** Null where an end is not known: then nothing is claimed. */
export type ProofResult = Readonly<{
  shouldBe: Centavos | null;
  difference: Centavos | null;
  explained: Centavos;
  unexplained: Centavos | null;
}>;

/** The daily proof (design.md): difference is PayCools − Kaha, and what the exceptions leave of it is unexplained. */
export function proveDay({ opening, closing, movements, effects }: ProofInput): ProofResult {
  const explained = effects.reduce((sum, effect) => sum + effect, 0n);
  const shouldBe = opening === null ? null : opening + netOf(movements);
  const difference = shouldBe === null || closing === null ? null : closing - shouldBe;
  return {
    shouldBe,
    difference,
    explained,
    unexplained: difference === null ? null : difference - explained,
  };
}

/** What a day's movements add to the balance, signed. */
export function netOf(moved: DayMovements): Centavos {
  return (
    moved.collections -
    moved.fees -
    moved.payouts +
    moved.cameBack -
    moved.refunds +
    moved.refundsReturned +
    moved.feesReturned +
    moved.other
  );
}
