// Generates the Prisma client. Generation needs no engine, but Prisma looks for one: any existing file will do.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(
  process.execPath,
  ['node_modules/prisma/build/index.js', 'generate', '--config', 'prisma/prisma.config.ts'],
  { stdio: 'inherit', env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath } },
);
process.exit(status ?? 1);
