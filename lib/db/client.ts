import 'server-only';

import { PrismaPg } from '@prisma/adapter-pg';

import { databaseEnv } from '../env';
import { type Prisma, PrismaClient } from './generated/client';

declare global {
  var prismaForDevReload: PrismaClient | undefined;
}

function connect(): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: databaseEnv().DATABASE_URL, max: 12 }),
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
  });
}

/** One pool per process. Kept on `globalThis` because the dev server reloads modules. */
export function db(): PrismaClient {
  return (globalThis.prismaForDevReload ??= connect());
}

export type Tx = Prisma.TransactionClient;
