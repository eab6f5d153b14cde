import type { App } from '../apps';
import { ControlError } from '../control-error';
import { generateHistory } from './generate-history';

/** What a right reconciliation finds: one row per exception, effects as signed text of centavos, and the rest. */
export function plantedTruth(app: App) {
  if (app.history === null) throw new ControlError(409, 'the app has no history');
  const { planted, unexplained } = generateHistory(app.history, app.appId);
  return {
    planted: planted.map((row) => ({ ...row, effect: row.effect.toString() })),
    unexplained: unexplained.toString(),
  };
}
