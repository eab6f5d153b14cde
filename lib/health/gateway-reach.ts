import 'server-only';

const ANSWER_WITHIN_MS = 2_000;
const KEPT_FOR_MS = 10_000;

let kept: { addresses: string; at: number; reachable: Promise<boolean> } | undefined;

/**
 * Whether each of these addresses answers within 2 s, with whatever status: a refusal is an answer too.
 * Kept for 10 s, so that whoever asks for health often does not knock at PayCools as often.
 */
export function isEachReachable(baseUrls: readonly string[], now: number = Date.now()): Promise<boolean> {
  const addresses = [...baseUrls].sort().join(' ');
  if (kept?.addresses !== addresses || now - kept.at > KEPT_FOR_MS) {
    kept = { addresses, at: now, reachable: askEach(baseUrls) };
  }
  return kept.reachable;
}

async function askEach(baseUrls: readonly string[]): Promise<boolean> {
  const answers = await Promise.all(baseUrls.map(isReachable));
  return answers.every(Boolean);
}

async function isReachable(baseUrl: string): Promise<boolean> {
  try {
    const answer = await fetch(baseUrl, {
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    await answer.body?.cancel();
    return true;
  } catch {
    return false;
  }
}
