import { type ChildProcess, spawn } from 'node:child_process';

type Part = Readonly<{ name: string; args: readonly string[]; env: NodeJS.ProcessEnv }>;

const STOP_TIMEOUT_MS = 15_000;

/** The processes of one start: told apart in the output, stopped together, and never left behind. */
export function createProcesses(onUnexpectedExit: (name: string, lastWords: string) => void) {
  const running = new Map<string, ChildProcess>();
  let stopping = false;

  function start({ name, args, env }: Part): void {
    // A group of its own: Ctrl-C reaches this script first, which then stops the parts in order.
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let lastWords = '';
    const show = (chunk: Buffer) => {
      lastWords = `${lastWords}${chunk.toString('utf8')}`.slice(-4000);
    };
    child.stdout.on('data', show);
    child.stderr.on('data', (chunk: Buffer) => {
      show(chunk);
      for (const line of chunk.toString('utf8').trimEnd().split('\n'))
        process.stderr.write(`${name} │ ${line}\n`);
    });
    child.once('exit', () => {
      running.delete(name);
      if (!stopping) onUnexpectedExit(name, lastWords.trim().split('\n').slice(-8).join('\n'));
    });
    running.set(name, child);
  }

  async function stop(): Promise<void> {
    stopping = true;
    await Promise.all([...running.values()].map(stopOne));
  }

  return { start, stop };
}

function stopOne(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => signal(child, 'SIGKILL'), STOP_TIMEOUT_MS);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    signal(child, 'SIGTERM');
  });
}

/** The whole group, so that what a part started goes with it. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, name);
  } catch {
    child.kill(name);
  }
}
