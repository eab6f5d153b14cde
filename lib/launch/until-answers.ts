import { setTimeout as sleep } from 'node:timers/promises';

const GIVE_UP_MS = 60_000;

/** Resolves when the address answers HTTP, whatever it says; throws after a minute of silence. */
export async function untilAnswers(url: string): Promise<void> {
  const end = Date.now() + GIVE_UP_MS;
  while (Date.now() < end) {
    const answered = await fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
      (response) => response.arrayBuffer().then(() => true),
      () => false,
    );
    if (answered) return;
    await sleep(100);
  }
  throw new Error(`${new URL(url).host} did not answer within a minute.`);
}
