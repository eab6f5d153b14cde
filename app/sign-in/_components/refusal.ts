/** Why signing in did not work, as the page tells it. */
export type Refusal =
  | Readonly<{ kind: 'wrong' | 'noMerchant' | 'unreachable' }>
  | Readonly<{ kind: 'throttled'; minutes: number }>;

/** Reads the short text that the sign-in hands back; whatever it does not know is "no answer". */
export function readRefusal(error: string | null | undefined): Refusal {
  const minutes = /^throttled:([0-9]{1,4})$/u.exec(error ?? '')?.[1];
  if (minutes !== undefined) return { kind: 'throttled', minutes: Number(minutes) };
  if (error === 'wrong' || error === 'CredentialsSignin') return { kind: 'wrong' };
  if (error === 'no-merchant') return { kind: 'noMerchant' };
  return { kind: 'unreachable' };
}
