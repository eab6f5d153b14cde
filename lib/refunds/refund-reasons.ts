/**
 * The reasons offered for a refund with the words that PayCools is told; they stay the same in every language
 * of the screen, so that a statement reads the same whoever made the refund.
 */
export const REFUND_REASONS = {
  ITEM_RETURNED: 'Item returned',
  NOT_AVAILABLE: 'Item not available',
  CANCELLED: 'Order cancelled by the customer',
  NOT_AS_DESCRIBED: 'Item damaged or not as described',
  PAID_TWICE: 'Paid twice',
  WRONG_AMOUNT: 'Wrong amount charged',
} as const;

export type RefundReason = keyof typeof REFUND_REASONS;

/** The choice in the form that asks for words of one's own. */
export const OTHER_REASON = 'OTHER';

/** The listed reason that these words stand for, if any. */
export function listedReason(words: string | null): RefundReason | undefined {
  return (Object.keys(REFUND_REASONS) as RefundReason[]).find((code) => REFUND_REASONS[code] === words);
}
