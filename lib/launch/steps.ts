/** Runs one step of the start, saying what it is and how long it took. */
export async function step<Result>(
  name: string,
  run: () => Promise<Result>,
  note?: (result: Result) => string | undefined,
): Promise<Result> {
  const started = Date.now();
  const line = (mark: string, extra = '') => {
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    process.stdout.write(`\r  ${mark} ${name}${extra && ` (${extra})`}  ${seconds} s\n`);
  };
  process.stdout.write(`  ${name} …`);
  try {
    const result = await run();
    line('✓', note?.(result));
    return result;
  } catch (error) {
    line('✗');
    throw error;
  }
}
