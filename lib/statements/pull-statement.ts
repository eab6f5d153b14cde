import 'server-only';

import type { ManilaDay } from '../dates/manila-day';
import type { GatewayResult } from '../gateway';
import type { Message } from '../i18n/message';
import { pauseBefore } from '../jobs/waiting-times';
import type { PulledLine } from './pulled-line';

/** What one call asks for; the two lists of a statement day differ only in this. */
export type PageQuery = Readonly<{
  createDate?: string;
  completeDate?: string;
  status?: 'PENDING';
  page: number;
}>;

/** One page of a statement, its lines already in our terms. */
export type Page = Readonly<{ records: readonly PulledLine[]; total: number; pages: number }>;

export type Progress = Readonly<{ pages: number; pagesExpected: number; rows: number }>;

export type PlacedLine = PulledLine & Readonly<{ page: number }>;

export type Pulled =
  | Readonly<{ ok: true; lines: readonly PlacedLine[]; pages: number }>
  | Readonly<{ ok: false; failure: Message }>;

type Source = Readonly<{
  ask: (query: PageQuery) => Promise<GatewayResult<Page>>;
  onProgress: (progress: Progress) => Promise<void>;
  sleep: (ms: number) => Promise<void>;
  /** Pauses after 1013, growing; the last repeats. */
  frequencyPauses: readonly number[];
  now: () => number;
}>;

const STARTS = 4;
const UNANSWERED_TRIES = 4;
const FREQUENCY_PATIENCE_MS = 180_000;
const SHORTEST_PAUSE_MS = 250;

/** Ends a pull with its reason; caught once, below. */
class PullStopped extends Error {
  readonly failure: Message;
  constructor(failure: Message) {
    super(failure.key);
    this.failure = failure;
  }
}

/**
 * Pulls a statement day (design.md, Statement day): what completed on it, and what was created on it and is still
 * open. Page by page; page 1 is read again at the end, and a changed total starts the list over, three times. 1013
 * is waited for. Open items are read first: one that completes meanwhile is then on both lists, never on neither.
 */
export async function pullStatement(day: ManilaDay, source: Source): Promise<Pulled> {
  try {
    const open = await pullList({ createDate: day, status: 'PENDING' }, source, { pages: 0, rows: 0 });
    const done = await pullList({ completeDate: day }, source, {
      pages: open.pages,
      rows: open.lines.length,
    });
    const completed = new Set(done.lines.map(({ transactionId }) => transactionId));
    const stillOpen = open.lines.filter(({ transactionId }) => !completed.has(transactionId));
    const shifted = stillOpen.map((line) => ({ ...line, page: line.page + done.pages }));
    return { ok: true, lines: [...done.lines, ...shifted], pages: open.pages + done.pages };
  } catch (error) {
    if (error instanceof PullStopped) return { ok: false, failure: error.failure };
    throw error;
  }
}

type List = Readonly<{ lines: readonly PlacedLine[]; pages: number }>;
type ListQuery = Omit<PageQuery, 'page'>;

async function pullList(
  query: ListQuery,
  source: Source,
  before: { pages: number; rows: number },
): Promise<List> {
  for (let start = 1; start <= STARTS; start += 1) {
    const first = await askPatiently({ ...query, page: 1 }, source);
    const lines: PlacedLine[] = first.records.map((line) => ({ ...line, page: 1 }));
    const pages = Math.max(first.pages, 1);
    for (let page = 2; page <= pages; page += 1) {
      await report(source, before, page - 1, pages, lines.length);
      const next = await askPatiently({ ...query, page }, source);
      lines.push(...next.records.map((line) => ({ ...line, page })));
    }
    await report(source, before, pages, pages, lines.length);
    const again = await askPatiently({ ...query, page: 1 }, source);
    if (again.total === first.total && lines.length === first.total) return { lines, pages };
  }
  throw new PullStopped({ key: 'statements.failure.keptChanging', values: { times: STARTS } });
}

async function report(
  source: Source,
  before: { pages: number; rows: number },
  pages: number,
  of: number,
  rows: number,
): Promise<void> {
  await source.onProgress({
    pages: before.pages + pages,
    pagesExpected: before.pages + of,
    rows: before.rows + rows,
  });
}

/** One page, however often it takes: asking again for a statement changes nothing at PayCools. */
async function askPatiently(query: PageQuery, source: Source): Promise<Page> {
  const patientUntil = source.now() + FREQUENCY_PATIENCE_MS;
  let unanswered = 0;
  for (let count = 0; ; count += 1) {
    const result = await source.ask(query);
    if (result.outcome === 'accepted') return result.data;
    if (result.outcome === 'refused')
      throw new Error(`a statement query was refused: ${JSON.stringify(query)}`);
    if (result.outcome === 'rejected') {
      if (!result.maySendAgain || source.now() > patientUntil) throw new PullStopped(rejection(result.code));
    } else {
      unanswered += 1;
      if (unanswered >= UNANSWERED_TRIES) throw new PullStopped(silence(result));
    }
    await source.sleep(Math.max(SHORTEST_PAUSE_MS, pauseBefore(source.frequencyPauses, count)));
  }
}

function rejection(code: number): Message {
  return { key: 'statements.failure.rejected', values: { code } };
}

function silence({ why, code }: { why: string; code: number | null }): Message {
  if (why === 'unreadable') return { key: 'statements.failure.unreadable' };
  return code === null
    ? { key: 'statements.failure.noAnswer', values: { times: UNANSWERED_TRIES } }
    : { key: 'statements.failure.rejected', values: { code } };
}
