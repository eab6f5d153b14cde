import type { Sql } from './database';
import type { FaultName } from './faults';

/** One API call as it was seen; `code` and `httpStatus` are null where nothing went out. */
export type LoggedRequest = Readonly<{
  appId: string;
  at: Date;
  operation: string;
  mchOrderId: string | null;
  transactionId: string | null;
  code: number | null;
  message: string | null;
  httpStatus: number | null;
  /** Whether the gateway's books changed, whatever was answered. */
  acted: boolean;
  fault: FaultName | null;
  /** The string whose signature was checked. */
  canonical: string;
  answer: string | null;
}>;

const LONGEST_ANSWER = 8_000;

/** Writes the call down before its answer leaves; a long answer is cut. */
export async function logRequest(sql: Sql, request: LoggedRequest): Promise<void> {
  await sql.query(
    `INSERT INTO sandbox.requests (app_id, at, operation, mch_order_id, transaction_id, code, message, http_status, acted, fault,
       canonical, answer)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      storable(request.appId),
      request.at,
      request.operation,
      storable(request.mchOrderId),
      storable(request.transactionId),
      request.code,
      storable(request.message),
      request.httpStatus,
      request.acted,
      request.fault,
      storable(request.canonical),
      storable(request.answer)?.slice(0, LONGEST_ANSWER) ?? null,
    ],
  );
}

// PostgreSQL text cannot hold a NUL, and a value that somebody sends may contain one.
function storable(text: string | null): string | null {
  return text?.replaceAll('\0', '\uFFFD') ?? null;
}
