/** Explanations of codes are large and read on the server alone; a browser is sent the text that it shows. */
const SERVER_ONLY: readonly string[] = ['codes'];

/** The sentences that every browser is given with a page. */
export function browserMessages<Tree>(messages: Readonly<Record<string, Tree>>): Record<string, Tree> {
  return Object.fromEntries(
    Object.entries(messages).filter(([namespace]) => !SERVER_ONLY.includes(namespace)),
  );
}
