import { paymentMethodOf } from '../channels';
import type { CollectionRow } from '../collections';
import type { Call, Endpoint } from '../endpoint';
import { balanceAt } from '../ledger';
import { addDays, startOfManilaDay, wireTime, wireTimeOrNull } from '../manila-time';
import { fieldReader } from '../read-fields';
import { pesosNumber } from '../wire-json';

type PayoutRow = {
  transaction_id: string;
  mch_order_id: string;
  amount: string;
  fee: string;
  status: string;
  create_time: Date;
  complete_time: Date | null;
  receiving_channel: string;
  recipient_name: string;
  recipient_account: string;
  remitting_bank: string;
  remitting_account: string;
};

type StatementQuery = Readonly<{
  createDate: string | null;
  completeDate: string | null;
  status: string | null;
  page: bigint;
}>;

const PAGE_SIZE = 100n;
const TIMESTAMP_TOLERANCE_MS = 120_000;
const STATUSES = ['PENDING', 'COMPLETE', 'FAILED'];

/** The operations of section 2. */
export const ACCOUNT_ENDPOINTS: readonly Endpoint[] = [
  {
    operation: 'account.balance',
    methods: ['GET'],
    path: /^\/api\/v1\/account\/checkBalance$/,
    writes: false,
    bucket: 'requests',
    act: async ({ context, app, now }) => ({ balance: await balanceAt(context.pool, app.appId, now) }),
  },
  {
    operation: 'account.paymentStatement',
    methods: ['POST'],
    path: /^\/api\/v1\/record\/paymentList$/,
    writes: false,
    bucket: 'statements',
    act: (call) => readPage(call, 'transactions', (row) => paymentLine(row, call.app.appName)),
  },
  {
    operation: 'account.payoutStatement',
    methods: ['POST'],
    path: /^\/api\/v1\/record\/payoutList$/,
    writes: false,
    bucket: 'statements',
    act: (call) => readPage(call, 'payouts', payoutLine),
  },
];

async function readPage(
  call: Call,
  table: 'transactions' | 'payouts',
  lineOf: (row: CollectionRow & PayoutRow) => object,
) {
  const { createDate, completeDate, status, page } = statementQuery(call);
  const copies = table === 'transactions' ? 'statement_copies' : '1';
  const where = `app_id = $1 AND status = ANY($2)
    AND ($3::timestamptz IS NULL OR (create_time >= $3 AND create_time < $4))
    AND ($5::timestamptz IS NULL OR (complete_time >= $5 AND complete_time < $6))`;
  const values = [
    call.app.appId,
    status === null ? STATUSES : [status],
    ...bordersOf(createDate),
    ...bordersOf(completeDate),
  ];
  const { pool } = call.context;
  const counted = await pool.query<{ total: string }>(
    `SELECT coalesce(sum(${copies}), 0)::bigint AS total FROM sandbox.${table} WHERE ${where}`,
    values,
  );
  const { rows } = await pool.query<CollectionRow & PayoutRow>(
    `SELECT t.* FROM sandbox.${table} t CROSS JOIN generate_series(1, ${copies}) WHERE ${where}
     ORDER BY t.create_time, t.transaction_id LIMIT $7 OFFSET $8`,
    [...values, PAGE_SIZE, (page - 1n) * PAGE_SIZE],
  );
  const total = BigInt(counted.rows[0]?.total ?? '0');
  const pages = (total + PAGE_SIZE - 1n) / PAGE_SIZE;
  return { records: rows.map(lineOf), total, size: PAGE_SIZE, current: page, pages };
}

function statementQuery({ fields, now }: Call): StatementQuery {
  const read = fieldReader(fields);
  const createDate = read.optionalDay('createDate');
  const completeDate = read.optionalDay('completeDate');
  if (createDate === null && completeDate === null) {
    read.blame('createDate', 'must not be blank when completeDate is blank');
  }
  const page = read.integer('page', 1n, 1_000_000n);
  const status = read.optionalText('status', {
    pattern: /^(PENDING|COMPLETE|FAILED)$/,
    rule: 'must be one of PENDING, COMPLETE, FAILED',
  });
  const digits = /^\d{1,16}$/;
  const timestamp = read.text('timestamp', { pattern: digits, rule: 'must be Unix milliseconds' });
  const isReadable = fields.get('timestamp')?.kind === 'text' && digits.test(timestamp);
  if (isReadable && Math.abs(Number(timestamp) - now.getTime()) > TIMESTAMP_TOLERANCE_MS) {
    read.blame('timestamp', 'must be within 2 minutes of the time of the gateway');
  }
  read.finish();
  return { createDate, completeDate, status, page };
}

function bordersOf(day: string | null): [Date | null, Date | null] {
  return day === null ? [null, null] : [startOfManilaDay(day), startOfManilaDay(addDays(day, 1))];
}

function paymentLine(row: CollectionRow, appName: string) {
  return {
    merchantOrderId: row.mch_order_id,
    transactionId: row.transaction_id,
    paymentMethod: paymentMethodOf(row.product),
    paymentChannel: row.channel_code,
    amount: pesosNumber(BigInt(row.amount)),
    fee: pesosNumber(BigInt(row.fee)),
    name: row.customer_name,
    mobile: row.mobile,
    status: row.status,
    appName,
    createTime: wireTime(row.create_time),
    completeTime: wireTimeOrNull(row.complete_time),
  };
}

function payoutLine(row: PayoutRow) {
  return {
    merchantOrderId: row.mch_order_id,
    transactionId: row.transaction_id,
    amount: pesosNumber(BigInt(row.amount)),
    fee: pesosNumber(BigInt(row.status === 'COMPLETE' ? row.fee : '0')),
    remittingBank: row.remitting_bank,
    remittingAccount: maskAccount(row.remitting_account),
    recipientName: row.recipient_name.replace(/(?<=\S)\S/g, '*'),
    recipientAccount: maskAccount(row.recipient_account),
    receivingChannel: row.receiving_channel,
    status: row.status,
    createTime: wireTime(row.create_time),
    completeTime: wireTimeOrNull(row.complete_time),
  };
}

function maskAccount(account: string): string {
  return `${account.slice(0, 3)}****${account.slice(-4)}`;
}
