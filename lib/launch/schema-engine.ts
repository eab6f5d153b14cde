import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

const MIGRATIONS = path.resolve('prisma/migrations');
const SCHEMA = path.resolve('prisma/schema');
const LOCKFILE = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' };
const NO_FILTERS = { externalTables: [], externalEnums: [] };

const CATALOGUE_CHAR = 18;
const FIXED_CHAR = 1042;

type Wasm = { exports: { __wbindgen_start: () => void } };

let loaded = false;

/** Prisma's own schema engine as WebAssembly: nothing is downloaded, same `_prisma_migrations` table. */
async function openEngine(databaseUrl: string) {
  if (!loaded) {
    const require = createRequire(import.meta.url);
    const folder = path.dirname(require.resolve('@prisma/schema-engine-wasm'));
    const bytes = readFileSync(path.join(folder, 'schema_engine_bg.wasm'));
    const { instance } = (await WebAssembly.instantiate(bytes, {
      './schema_engine_bg.js': engineModule as unknown as WebAssembly.ModuleImports,
    })) as unknown as { instance: Wasm };
    (engineModule as unknown as { __wbg_set_wasm: (exports: unknown) => void }).__wbg_set_wasm(
      instance.exports,
    );
    instance.exports.__wbindgen_start();
    loaded = true;
  }
  const adapter = bindMigrationAwareSqlAdapterFactory(migrationAdapter(databaseUrl));
  return engineModule.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
}

/**
 * The ordinary adapter with two repairs that only migrations need: a script goes to PostgreSQL whole
 * (the adapter cuts it at every semicolon, also inside function bodies), and the one-letter type of
 * PostgreSQL's own catalogue reads as a character.
 */
function migrationAdapter(databaseUrl: string): SqlMigrationAwareDriverAdapterFactory {
  const pool = new pg.Pool({ connectionString: databaseUrl });
  const characterColumns = new Set<string>();
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryArrayResult>;
  Object.assign(pool, {
    query: async (...args: unknown[]) => {
      const result = await query(...args);
      const fields = result.fields as { name: string; dataTypeID: number }[] | undefined;
      for (const field of fields ?? []) {
        if (field.dataTypeID !== CATALOGUE_CHAR) continue;
        field.dataTypeID = FIXED_CHAR;
        characterColumns.add(field.name);
      }
      return result;
    },
  });
  const factory = new PrismaPg(pool, { disposeExternalPool: true });
  const connect = factory.connect.bind(factory);
  return Object.assign(factory, {
    connect: async () => {
      const adapter = await connect();
      adapter.executeScript = async (script) => {
        await pool.query(script);
      };
      const queryRaw = adapter.queryRaw.bind(adapter);
      adapter.queryRaw = async (params) => {
        const result = await queryRaw(params);
        const columnTypes = result.columnTypes.map((type, column) =>
          characterColumns.has(result.columnNames[column] ?? '') ? ColumnTypeEnum.Character : type,
        );
        return { ...result, columnTypes };
      };
      return adapter;
    },
  });
}

function migrationsList() {
  const names = readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: MIGRATIONS,
    lockfile: LOCKFILE,
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: readFileSync(path.join(MIGRATIONS, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  };
}

/** Applies what is missing, in order; returns the names applied. */
export async function applyMigrations(databaseUrl: string): Promise<readonly string[]> {
  const engine = await openEngine(databaseUrl);
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: migrationsList(),
    filters: NO_FILTERS,
  });
  return appliedMigrationNames;
}

/** The SQL that leads from this database to prisma/schema; triggers and roles are written by hand. */
export async function migrationSql(databaseUrl: string): Promise<string> {
  const engine = await openEngine(databaseUrl);
  const files = readdirSync(SCHEMA)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({
      path: path.join(SCHEMA, name),
      content: readFileSync(path.join(SCHEMA, name), 'utf8'),
    }));
  const { stdout } = await engine.diff({
    from: { tag: 'schemaDatasource', files, configDir: SCHEMA },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    filters: NO_FILTERS,
  });
  return stdout ?? '';
}
