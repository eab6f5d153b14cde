import type { Centavos } from '../money/money';

export type Snapshot = Readonly<{ balance: Centavos; requestedAt: Date; answeredAt: Date }>;

/** One movement of the balance as far as Kaha knows, signed. */
export type Movement = Readonly<{
  at: Date;
  amount: Centavos;
  /** Order id, refund id or transaction id, for naming it. */
  reference: string;
}>;

/** The balance at the edge of a day, and how it was found. */
export type Boundary =
  | Readonly<{ known: false }>
  | Readonly<{
      known: true;
      /** What PayCools answered, and when. */
      asked: Centavos;
      at: Date;
      /** What moved between that answer and the edge, signed so that asked + correction = balance. */
      correction: Centavos;
      moved: number;
      balance: Centavos;
      /** Movements so close to the question that the answer may or may not contain them. */
      doubts: readonly Movement[];
    }>;

const FARTHEST_MS = 6 * 3_600_000;
const DOUBT_MS = 10_000;

/** How far from an edge snapshots are looked for, and movements with them. */
export const BOUNDARY_REACH_MS = FARTHEST_MS + DOUBT_MS;

/**
 * The balance at an edge (design.md, Daily proof): the nearest snapshot at most six hours away without a known
 * movement within ten seconds of its question or answer, else the nearest with those movements named, corrected
 * by what moved between. A movement at the edge itself belongs to the day that begins.
 */
export function balanceAtEdge(
  edge: Date,
  snapshots: readonly Snapshot[],
  movements: readonly Movement[],
): Boundary {
  const near = snapshots
    .map((snapshot) => ({ snapshot, distance: distanceTo(edge, snapshot) }))
    .filter(({ distance }) => distance <= FARTHEST_MS)
    .sort((a, b) => a.distance - b.distance)
    .map(({ snapshot }) => snapshot);
  const clean = near.find((snapshot) => doubtsOf(snapshot, movements).length === 0);
  const chosen = clean ?? near[0];
  if (chosen === undefined) return { known: false };
  return { known: true, ...corrected(edge, chosen, movements), doubts: doubtsOf(chosen, movements) };
}

/** The newest balance of a day that is still running: its own moment is the edge, so nothing is corrected. */
export function newestBalance(
  from: Date,
  snapshots: readonly Snapshot[],
  movements: readonly Movement[],
): Boundary {
  const newest = snapshots
    .filter(({ requestedAt }) => requestedAt >= from)
    .sort((a, b) => b.answeredAt.getTime() - a.answeredAt.getTime());
  const chosen = newest.find((snapshot) => doubtsOf(snapshot, movements).length === 0) ?? newest[0];
  if (chosen === undefined) return { known: false };
  const { balance, answeredAt } = chosen;
  return {
    known: true,
    asked: balance,
    at: answeredAt,
    correction: 0n,
    moved: 0,
    balance,
    doubts: doubtsOf(chosen, movements),
  };
}

function corrected(edge: Date, { balance, answeredAt }: Snapshot, movements: readonly Movement[]) {
  const early = answeredAt < edge;
  const between = movements.filter(({ at }) =>
    early ? at > answeredAt && at < edge : at >= edge && at <= answeredAt,
  );
  const sum = between.reduce((total, { amount }) => total + amount, 0n);
  const correction = early ? sum : -sum;
  return {
    asked: balance,
    at: answeredAt,
    correction,
    moved: between.length,
    balance: balance + correction,
  };
}

function distanceTo(edge: Date, { requestedAt, answeredAt }: Snapshot): number {
  if (requestedAt <= edge && edge <= answeredAt) return 0;
  return Math.min(
    Math.abs(edge.getTime() - requestedAt.getTime()),
    Math.abs(edge.getTime() - answeredAt.getTime()),
  );
}

function doubtsOf({ requestedAt, answeredAt }: Snapshot, movements: readonly Movement[]): Movement[] {
  const from = requestedAt.getTime() - DOUBT_MS;
  const to = answeredAt.getTime() + DOUBT_MS;
  return movements.filter(({ at }) => at.getTime() >= from && at.getTime() <= to);
}
