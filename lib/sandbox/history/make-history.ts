import type { App } from '../apps';
import type { Sql } from '../database';
import type { HistoryOrder } from './history-order';
export async function makeHistory(
  _tx: Sql,
  _app: App,
  _order: HistoryOrder,
  _opening: bigint | null,
): Promise<void> {}
