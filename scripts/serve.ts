/** Everything of Kaha in one terminal: called by scripts/start.mjs once packages and database client are there. */
import { announce } from '@/lib/launch/announce';
import { createLaunch } from '@/lib/launch/launch';

const launch = createLaunch({
  dev: process.argv.includes('--dev'),
  onPartLost: (name, lastWords) => {
    process.stderr.write(`\n${name} stopped by itself:\n${lastWords}\n`);
    stop(1);
  },
});
let stopping: Promise<never> | undefined;

async function stopAll(exitCode: number): Promise<never> {
  process.stdout.write('\n  Stopping …\n');
  await launch.stop();
  process.exit(exitCode);
}

function stop(exitCode: number): void {
  stopping ??= stopAll(exitCode);
}

process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));
// A parent that was killed cannot pass a signal on: nothing may stay behind it.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) stop(1);
}, 1_000).unref();

try {
  const running = await launch.start();
  // A part may have been lost, or Ctrl-C pressed, while the last one came up.
  if (stopping) await stopping;
  announce(running);
} catch (error) {
  const sentence = error instanceof Error ? error.message : String(error);
  await launch.stop();
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}
