import { describe, expect, test } from 'vitest';

import type { ManilaDay } from '../dates/manila-day';
import type { Exchange, GatewayResult } from '../gateway';
import { type Page, type PageQuery, pullStatement } from './pull-statement';
import type { PulledLine } from './pulled-line';

const DAY = '2026-01-15' as ManilaDay;
const exchange = {} as Exchange;

const line = (transactionId: string, status: PulledLine['status'] = 'COMPLETE'): PulledLine => ({
  merchantOrderId: null,
  transactionId,
  paymentMethod: null,
  channel: null,
  amount: 100n,
  fee: 0n,
  name: null,
  mobile: null,
  account: null,
  status,
  createdAt: new Date('2026-01-15T01:00:00Z'),
  completedAt: null,
});

/** A gateway of pages of two; `answers` may put something else in the way of the n-th call. */
function gateway(
  lists: (call: number) => Readonly<{ open: readonly PulledLine[]; done: readonly PulledLine[] }>,
  instead: (call: number) => GatewayResult<Page> | null = () => null,
) {
  const asked: string[] = [];
  const slept: number[] = [];
  const progress: string[] = [];
  const ask = (query: PageQuery): Promise<GatewayResult<Page>> => {
    const call = asked.length;
    asked.push(`${query.status ?? 'all'} ${query.page}`);
    const other = instead(call);
    if (other) return Promise.resolve(other);
    const { open, done } = lists(call);
    const all = query.status === 'PENDING' ? open : done;
    const records = all.slice((query.page - 1) * 2, query.page * 2);
    const data = { records, total: all.length, pages: Math.ceil(all.length / 2) };
    return Promise.resolve({ outcome: 'accepted', data, exchange });
  };
  const pull = () =>
    pullStatement(DAY, {
      ask,
      onProgress: ({ pages, pagesExpected, rows }) => {
        progress.push(`${pages}/${pagesExpected} ${rows}`);
        return Promise.resolve();
      },
      sleep: (ms) => {
        slept.push(ms);
        return Promise.resolve();
      },
      frequencyPauses: [2_000, 5_000],
      now: () => slept.reduce((sum, ms) => sum + ms, 0),
    });
  return { pull, asked, slept, progress };
}

const names = (pulled: Awaited<ReturnType<typeof pullStatement>>) =>
  pulled.ok ? pulled.lines.map(({ transactionId, page }) => `${transactionId} ${page}`) : pulled.failure;

describe('pulling a day', () => {
  test('reads open items, then what completed, page by page, page 1 again at the end of each', async () => {
    const { pull, asked, progress } = gateway(() => ({
      open: [line('P1', 'PENDING')],
      done: [line('A'), line('B'), line('C')],
    }));
    expect(names(await pull())).toEqual(['A 1', 'B 1', 'C 2', 'P1 3']);
    expect(asked).toEqual(['PENDING 1', 'PENDING 1', 'all 1', 'all 2', 'all 1']);
    expect(progress).toEqual(['1/1 1', '2/3 3', '3/3 4']);
  });

  test('an item that completes between the two lists is there once, as complete', async () => {
    const { pull } = gateway(() => ({ open: [line('A', 'PENDING')], done: [line('A')] }));
    expect(names(await pull())).toEqual(['A 1']);
  });

  test('starts over when the total changed, and gives up after the third time', async () => {
    const growing = gateway((call) => ({ open: [], done: call < 3 ? [line('A')] : [line('A'), line('B')] }));
    expect(names(await growing.pull())).toEqual(['A 1', 'B 1']);
    const restless = gateway((call) => ({
      open: [],
      done: Array.from({ length: call }, (_, index) => line(String(index))),
    }));
    expect(names(await restless.pull())).toEqual({
      key: 'statements.failure.keptChanging',
      values: { times: 4 },
    });
  });

  test('waits on 1013, longer each time, and goes on', async () => {
    const busy: GatewayResult<Page> = {
      outcome: 'rejected',
      code: 1013,
      gatewayMessage: '',
      maySendAgain: true,
      exchange,
    };
    const { pull, slept } = gateway(
      () => ({ open: [], done: [line('A')] }),
      (call) => (call < 3 ? busy : null),
    );
    expect(names(await pull())).toEqual(['A 1']);
    expect(slept).toEqual([2_000, 5_000, 5_000]);
    const endless = gateway(
      () => ({ open: [], done: [] }),
      () => busy,
    );
    expect(names(await endless.pull())).toEqual({
      key: 'statements.failure.rejected',
      values: { code: 1013 },
    });
  });

  test('asks four times where nobody answers, and says a refusal at once', async () => {
    const silence: GatewayResult<Page> = {
      outcome: 'unknown',
      why: 'no-answer',
      code: null,
      gatewayMessage: null,
      exchange,
    };
    const mute = gateway(
      () => ({ open: [], done: [] }),
      () => silence,
    );
    expect(names(await mute.pull())).toEqual({ key: 'statements.failure.noAnswer', values: { times: 4 } });
    expect(mute.asked).toHaveLength(4);
    const refusal: GatewayResult<Page> = {
      outcome: 'rejected',
      code: 1002,
      gatewayMessage: '',
      maySendAgain: false,
      exchange,
    };
    const closed = gateway(
      () => ({ open: [], done: [] }),
      () => refusal,
    );
    expect(names(await closed.pull())).toEqual({
      key: 'statements.failure.rejected',
      values: { code: 1002 },
    });
    expect(closed.asked).toHaveLength(1);
  });
});
