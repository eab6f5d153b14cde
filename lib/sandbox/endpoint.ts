import type { App } from './apps';
import type { Sql } from './database';
import type { SandboxContext } from './sandbox-context';
import type { Fields } from './wire-json';

/** A request that has passed every check before its own parameters. */
export type Call = Readonly<{
  context: SandboxContext;
  app: App;
  fields: Fields;
  /** The merchant id that stands in the path, where the operation has one. */
  pathId: string | null;
  now: Date;
}>;

/** One operation of the document: where it listens and what it does; `act` returns `data` or throws a Refusal. */
export type Endpoint = Readonly<{
  operation: string;
  methods: readonly ('GET' | 'POST')[];
  path: RegExp;
  /** Whether a success changes the gateway's books. */
  writes: boolean;
  bucket: 'requests' | 'statements';
  act: (call: Call) => Promise<unknown>;
}>;

/** Whether a merchant order id has been used by a create call of this app before (1012). */
export async function isOrderIdUsed(tx: Sql, appId: string, mchOrderId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `SELECT FROM sandbox.qr_codes WHERE app_id = $1 AND mch_order_id = $2
     UNION ALL SELECT FROM sandbox.transactions WHERE app_id = $1 AND mch_order_id = $2 AND product = 'WEB'`,
    [appId, mchOrderId],
  );
  return rowCount !== 0;
}

/** True the first time an id is seen with an amount that answers 1018 once (section 14). */
export async function isFirstTry(
  tx: Sql,
  appId: string,
  operation: string,
  merchantId: string,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'INSERT INTO sandbox.refused_once (app_id, operation, merchant_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [appId, operation, merchantId],
  );
  return rowCount === 1;
}
