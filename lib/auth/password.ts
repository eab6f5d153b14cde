import 'server-only';

import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the library's own current parameters. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** Somebody's hash, so that an unknown address takes as long to refuse as a known one. */
let decoy: Promise<string> | undefined;

/** False for a wrong password and, after the same work, for a person without one. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash('nobody has this password');
  const matches = await verify(stored ?? (await decoy), password);
  return stored !== null && matches;
}
