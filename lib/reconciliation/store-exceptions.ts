import 'server-only';

import type { Tx } from '../db/client';
import type { Prisma, ReconException } from '../db/generated/client';
import type { DayScope } from './day-scope';
import type { Found } from './exception-type';
import { ExceptionDetail } from './schema';

type Stored = Readonly<{
  /** Effects of everything that stands on the day now, found again or not decidable this time. */
  effects: readonly bigint[];
  open: number;
}>;

/**
 * Brings the exceptions of a day in line with what a run found. The same exception keeps its id, its age and what a
 * person decided; what is no longer found is GONE; a decision falls when the effect it was made for has changed,
 * accepted ones apart, whose effect changes because the books followed. `undecided` are refunds that PayCools could
 * not be asked about: what stands about them stays as it was.
 */
export async function storeExceptions(
  tx: Tx,
  scope: DayScope,
  found: readonly Found[],
  undecided: ReadonlySet<string>,
  ranAt: Date,
): Promise<Stored> {
  const { merchantId, gatewayAppId, column } = scope;
  const before = await tx.reconException.findMany({ where: { merchantId, gatewayAppId, day: column } });
  const known = new Map(before.map((row) => [keyOf(row), row]));
  const seen = new Map(found.map((each) => [keyOf(each), each]));
  if (seen.size !== found.length) throw new Error('one exception was found twice');

  const fresh = found.filter((each) => !known.has(keyOf(each)));
  await tx.reconException.createMany({
    data: fresh.map((each) => ({
      merchantId,
      gatewayAppId,
      day: column,
      ...columnsOf(each),
      openedAt: ranAt,
      lastSeenAt: ranAt,
    })),
  });
  const kept = before.filter((row) => !seen.has(keyOf(row)) && isUndecided(row, undecided));
  await touch(tx, merchantId, kept, ranAt);
  for (const [key, row] of known) {
    const again = seen.get(key);
    if (again) await update(tx, row, again, ranAt);
  }
  const gone = before.filter((row) => row.state === 'OPEN' && !seen.has(keyOf(row)) && !kept.includes(row));
  await tx.reconException.updateMany({
    where: { merchantId, id: { in: gone.map(({ id }) => id) } },
    data: { state: 'GONE' },
  });
  const open = await tx.reconException.count({
    where: { merchantId, gatewayAppId, day: column, state: 'OPEN' },
  });
  return { effects: [...found, ...kept].map(({ effect }) => effect), open };
}

function keyOf({ type, subjectId }: Pick<ReconException, 'type' | 'subjectId'>): string {
  return `${type} ${subjectId}`;
}

function isUndecided(row: ReconException, undecided: ReadonlySet<string>): boolean {
  return row.refundId !== null && undecided.has(row.refundId) && row.state !== 'GONE';
}

async function touch(
  tx: Tx,
  merchantId: string,
  rows: readonly ReconException[],
  ranAt: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.reconException.updateMany({
    where: { merchantId, id: { in: rows.map(({ id }) => id) } },
    data: { lastSeenAt: ranAt },
  });
}

async function update(tx: Tx, row: ReconException, again: Found, ranAt: Date): Promise<void> {
  const { merchantId, id } = row;
  const decisionFalls =
    row.state === 'RESOLVED' && row.resolution !== 'ACCEPTED' && row.effect !== again.effect;
  const { detail, ...columns } = columnsOf(again);
  const earlier = ExceptionDetail.safeParse(row.detail);
  await tx.reconException.update({
    where: { merchantId_id: { merchantId, id } },
    data: {
      ...columns,
      detail: { ...(earlier.success ? earlier.data : {}), ...detail },
      lastSeenAt: ranAt,
      ...((row.state === 'GONE' || decisionFalls) && { ...UNDECIDED, state: 'OPEN' }),
    },
  });
}

/** Takes a decision away. */
export const UNDECIDED = {
  resolution: null,
  resolutionNote: null,
  resolvedAt: null,
  resolvedById: null,
} as const satisfies Prisma.ReconExceptionUpdateInput;

function columnsOf({ subject, variant, values, ...columns }: Found) {
  return { ...columns, detail: { subject, variant, values } satisfies ExceptionDetail };
}
