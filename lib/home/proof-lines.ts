import type { DayProof } from '../reconciliation/schema';

/** One line of the sum from opening to closing; `amount` is text of centavos without sign, null where not known. */
export type ProofLine = Readonly<{
  name:
    | 'opening'
    | 'moneyIn'
    | 'fees'
    | 'payouts'
    | 'cameBack'
    | 'refunds'
    | 'refundsReturned'
    | 'feesReturned'
    | 'other'
    | 'exceptions'
    | 'carried'
    | 'unexplained'
    | 'closing';
  operator?: 'plus' | 'minus' | 'equals';
  amount: string | null;
  count?: number;
}>;

/**
 * The proof as a sum that can be checked with a finger: opening + … − … = closing. Lines that a quiet day has not
 * are left out when they are zero; what exceptions explain and what nothing explains are lines like all others.
 */
export function proofLines(proof: DayProof): readonly ProofLine[] {
  const { counts } = proof;
  return [
    { name: 'opening', amount: proof.opening.known ? proof.opening.balance : null },
    { name: 'moneyIn', operator: 'plus', amount: proof.collections, count: counts.collections },
    { name: 'fees', operator: 'minus', amount: proof.fees },
    { name: 'payouts', operator: 'minus', amount: proof.payouts, count: counts.payouts },
    ...unlessZero('cameBack', proof.cameBack, counts.cameBack),
    { name: 'refunds', operator: 'minus', amount: proof.refunds, count: counts.refunds },
    ...unlessZero('refundsReturned', proof.refundsReturned, counts.refundsReturned),
    ...unlessZero('feesReturned', proof.feesReturned, counts.feesReturned),
    ...unlessZero('other', proof.other),
    ...unlessZero('exceptions', proof.byExceptions),
    ...unlessZero('carried', proof.carried),
    ...unlessZero('unexplained', proof.unexplained ?? '0'),
    { name: 'closing', operator: 'equals', amount: proof.closing.known ? proof.closing.balance : null },
  ];
}

function unlessZero(name: ProofLine['name'], signed: string, count?: number): readonly ProofLine[] {
  const amount = BigInt(signed);
  if (amount === 0n) return [];
  const size = amount < 0n ? -amount : amount;
  return [
    {
      name,
      operator: amount < 0n ? 'minus' : 'plus',
      amount: size.toString(),
      ...(count !== undefined && { count }),
    },
  ];
}
