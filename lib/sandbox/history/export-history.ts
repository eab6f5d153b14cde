import type { App } from '../apps';
export function exportHistory(_app: App): unknown {
  return {};
}
