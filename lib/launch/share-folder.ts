import { chmodSync } from 'node:fs';

/**
 * Lets PostgreSQL's own system user into a throwaway folder that was made for one person alone.
 * Never for a clone or real data: those keep their permissions (see `startPostgres`).
 */
export function shareFolder(throwawayFolder: string): void {
  chmodSync(throwawayFolder, 0o755);
}
