import { sandboxEnv } from '../lib/env';
import { createSandboxServer } from '../lib/sandbox/sandbox-server';

/** Runs the sandbox gateway until it is told to stop. */
async function main(): Promise<void> {
  const { databaseUrl, port, host, timeScale } = sandboxEnv();
  const server = createSandboxServer({ databaseUrl, timeScale });
  const stop = () => {
    void server.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  console.log(`sandbox: ${await server.listen(port, host)}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
