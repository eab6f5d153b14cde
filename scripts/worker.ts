/** `npm run worker`: does the jobs of one or many web processes. */
import { runWorker } from '@/lib/jobs/run-worker';

const worker = await runWorker();

let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  void worker.stop().then(() => process.exit(0));
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
