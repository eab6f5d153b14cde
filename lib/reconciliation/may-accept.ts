import type { ExceptionType, Subject } from './exception-type';

type Kind = Readonly<{ type: ExceptionType; subject: Subject; variant: string }>;

/** What accepting PayCools' word changes here; null where Kaha cannot follow it by itself. */
export type AcceptEffect = 'correct-order' | 'create-order' | 'nothing';

/**
 * Accepting means: PayCools is right, Kaha follows. A payout or refund is corrected by two people, which is not
 * offered here, and what PayCools does not have cannot be followed at all.
 */
export function acceptEffect({ type, subject, variant }: Kind): AcceptEffect | null {
  switch (type) {
    case 'FEE_DIFFERS':
    case 'DUPLICATE':
    case 'NO_CALLBACK':
      return 'nothing';
    case 'MISSING_HERE':
      if (variant === 'inBooks') return 'nothing';
      return subject === 'order' ? 'create-order' : null;
    case 'AMOUNT_DIFFERS':
    case 'LATE':
      return subject === 'order' ? 'correct-order' : null;
    case 'STATUS_DIFFERS':
      return subject === 'order' && variant !== 'openThere' ? 'correct-order' : null;
    default:
      return null;
  }
}
