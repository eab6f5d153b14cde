/** Since when it is not known, and what the questions so far have shown. */
export type Doubt = Readonly<{ since: Date; firstNotFoundAt: Date | null }>;

/** How long after the call a not-found answer counts, and how far two of them must lie apart; milliseconds. */
export type AbsenceTimes = Readonly<{ absenceAfterCall: number; absenceApart: number }>;

/** What one more not-found answer, to a question asked at `askedAt`, comes to; `askAgainAfterMs` is for the next one. */
export type Absence =
  | Readonly<{ kind: 'too-early' | 'first'; firstNotFoundAt: Date | null; askAgainAfterMs: number }>
  | Readonly<{ kind: 'proved' }>;

/**
 * One not-found answer proves nothing: the call may still be on its way. Two do (design.md, Intent, call, settle):
 * the first at least 10 minutes after the call, the second at least 5 minutes after the first.
 */
export function weighAbsence({ since, firstNotFoundAt }: Doubt, askedAt: Date, times: AbsenceTimes): Absence {
  const countsFrom = since.getTime() + times.absenceAfterCall;
  const asked = askedAt.getTime();
  if (asked < countsFrom) {
    return { kind: 'too-early', firstNotFoundAt: null, askAgainAfterMs: countsFrom - asked };
  }
  if (firstNotFoundAt === null) {
    return { kind: 'first', firstNotFoundAt: askedAt, askAgainAfterMs: times.absenceApart };
  }
  const provedFrom = firstNotFoundAt.getTime() + times.absenceApart;
  if (asked >= provedFrom) return { kind: 'proved' };
  return { kind: 'first', firstNotFoundAt, askAgainAfterMs: provedFrom - asked };
}
