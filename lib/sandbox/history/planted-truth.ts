import type { App } from '../apps';
export function plantedTruth(_app: App): unknown {
  return {};
}
