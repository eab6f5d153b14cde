import 'server-only';

import type { Tx } from '../db/client';
import { type Books, readBooks } from './books';
import { balanceAtEdge, type Boundary, BOUNDARY_REACH_MS, newestBalance } from './boundary';
import type { DayScope } from './day-scope';
import { knownMovements } from './known-movements';
import { type DayMovements, proveDay } from './proof-arithmetic';
import type { DayProof, ProofEdge } from './schema';

type Explained = Readonly<{
  /** Effects of every exception that the run found on this day. */
  effects: readonly bigint[];
  carried: bigint;
  carriedFrom: readonly string[];
}>;

/** The proof of a day but for what it was compared with. */
export type ProvedDay = Omit<DayProof, 'compared' | 'refundsNotAsked'>;

const DOUBTS_NAMED = 5;

/**
 * The daily proof (design.md) from Kaha's books and PayCools' balances. A day that is still running is proved up to
 * its newest balance.
 */
export async function dailyProof(
  tx: Tx,
  scope: DayScope,
  explained: Explained,
  now: Date,
): Promise<ProvedDay> {
  const running = now < scope.to;
  const opening = await edgeBalance(tx, scope, scope.from);
  const closing = running ? await newestOf(tx, scope, now) : await edgeBalance(tx, scope, scope.to);
  const until = running ? (closing.known ? closing.at : now) : null;
  // The newest balance contains what moved at its very moment.
  const to = until === null ? scope.to : new Date(until.getTime() + 1);
  const books = await readBooks(tx, { ...scope, to });
  const proof = proveDay({
    opening: opening.known ? opening.balance : null,
    closing: closing.known ? closing.balance : null,
    movements: books.movements,
    effects: [...explained.effects, explained.carried],
  });
  return {
    until: until?.toISOString() ?? null,
    opening: edgeOf(opening),
    closing: edgeOf(closing),
    ...figuresOf(books),
    shouldBe: textOf(proof.shouldBe),
    difference: textOf(proof.difference),
    byExceptions: (proof.explained - explained.carried).toString(),
    carried: explained.carried.toString(),
    carriedFrom: [...explained.carriedFrom],
    unexplained: textOf(proof.unexplained),
  };
}

async function edgeBalance(tx: Tx, scope: DayScope, edge: Date): Promise<Boundary> {
  const around = {
    ...scope,
    from: new Date(edge.getTime() - BOUNDARY_REACH_MS),
    to: new Date(edge.getTime() + BOUNDARY_REACH_MS),
  };
  return balanceAtEdge(edge, await snapshotsBetween(tx, around), await knownMovements(tx, around));
}

async function newestOf(tx: Tx, scope: DayScope, now: Date): Promise<Boundary> {
  const around = { ...scope, to: new Date(now.getTime() + BOUNDARY_REACH_MS) };
  return newestBalance(scope.from, await snapshotsBetween(tx, around), await knownMovements(tx, around));
}

type Around = Readonly<{ merchantId: string; gatewayAppId: string; from: Date; to: Date }>;

function snapshotsBetween(tx: Tx, { merchantId, gatewayAppId, from, to }: Around) {
  return tx.balanceSnapshot.findMany({
    where: { merchantId, gatewayAppId, answeredAt: { gte: from }, requestedAt: { lte: to } },
    select: { balance: true, requestedAt: true, answeredAt: true },
    orderBy: { answeredAt: 'asc' },
  });
}

function edgeOf(boundary: Boundary): ProofEdge {
  if (!boundary.known) return { known: false };
  const { asked, at, correction, moved, balance, doubts } = boundary;
  return {
    known: true,
    asked: asked.toString(),
    at: at.toISOString(),
    correction: correction.toString(),
    moved,
    balance: balance.toString(),
    doubts: doubts.slice(0, DOUBTS_NAMED).map((doubt) => ({
      at: doubt.at.toISOString(),
      amount: doubt.amount.toString(),
      reference: doubt.reference,
    })),
    doubtCount: doubts.length,
  };
}

function figuresOf({ movements, counts }: Books) {
  const texts = Object.fromEntries(
    Object.entries(movements).map(([name, amount]) => [name, amount.toString()]),
  ) as Record<keyof DayMovements, string>;
  return { ...texts, counts };
}

function textOf(amount: bigint | null): string | null {
  return amount === null ? null : amount.toString();
}
