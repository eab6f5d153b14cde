import { afterAll, beforeAll, expect, test } from 'vitest';
import { aMerchant, startSandbox, webPayment, type TestMerchant, type TestSandbox } from '../test-sandbox';

const HISTORY = { seed: 7, endDate: '2026-01-15', days: 2, rowsPerDay: 200 };
let sandbox: TestSandbox;
let shop: TestMerchant;

beforeAll(async () => {
  sandbox = await startSandbox();
  shop = await aMerchant(sandbox.baseUrl, { openingBalance: '50000000', history: HISTORY });
});
afterAll(() => sandbox.server.close());

type Line = Readonly<Record<string, string | number | null>>;
type Page = Readonly<{
  total: number;
  size: number;
  current: number;
  pages: number;
  records: readonly Line[];
}>;

function ask(merchant: TestMerchant, fields: Record<string, string | number | null>, list = 'paymentList') {
  return merchant.post(`/api/v1/record/${list}`, { page: 1, timestamp: String(Date.now()), ...fields });
}

async function everyLine(fields: Record<string, string>): Promise<Line[]> {
  const lines: Line[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const data = (await ask(shop, { ...fields, page })).data as Page;
    lines.push(...data.records);
    pages = data.pages;
  }
  return lines;
}

test('a page holds 100 lines and says how many there are', async () => {
  const first = (await ask(shop, { createDate: '2026-01-15' })).data as Page;
  expect([first.total, first.size, first.current, first.pages, first.records.length]).toEqual([
    200, 100, 1, 2, 100,
  ]);
  const past = (await ask(shop, { createDate: '2026-01-15', page: 3 })).data as Page;
  expect([past.total, past.current, past.records.length]).toEqual([200, 3, 0]);
});

test('lines are sorted by creation and then id, completion standing where there is one', async () => {
  const lines = await everyLine({ createDate: '2026-01-15' });
  const keys = lines.map((line) => `${String(line['createTime'])} ${String(line['transactionId'])}`);
  expect(keys).toEqual([...keys].sort());
  expect(new Set(lines.map((line) => line['transactionId'])).size).toBe(200);
  for (const line of lines) {
    expect(line['completeTime'] === null).toBe(line['status'] === 'PENDING');
    if (line['status'] !== 'COMPLETE') expect(line['fee']).toBe(0);
  }
});

test('both dates together are AND, and a status narrows', async () => {
  const created = await everyLine({ createDate: '2026-01-14' });
  const both = await everyLine({ createDate: '2026-01-14', completeDate: '2026-01-14' });
  expect(both).toHaveLength(
    created.filter((line) => String(line['completeTime']).startsWith('2026-01-14')).length,
  );
  const failed = await everyLine({ createDate: '2026-01-14', status: 'FAILED' });
  expect(failed).toHaveLength(created.filter((line) => line['status'] === 'FAILED').length);
  expect(failed.length).toBeGreaterThan(0);
});

test('amounts are pesos with no more digits than they need', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  await merchant.post('/api/v1/payment', webPayment('ACC1', { customerName: 'Maria Santos' }));
  await merchant.control('POST', 'pay', { mchOrderId: 'ACC1', at: '2026-01-10T10:00:00+08:00' });
  const answer = await ask(merchant, { completeDate: '2026-01-10' });
  expect(answer.text).toContain('"amount":1250.5,"fee":25.01,');
  expect((answer.data as Page).records).toMatchObject([
    {
      merchantOrderId: 'ACC1',
      paymentMethod: 'Web Payment',
      paymentChannel: 'GCASH_URL',
      name: 'Maria Santos',
      mobile: '09170000007',
      status: 'COMPLETE',
      appName: 'Demo Store',
      createTime: '2026-01-10 10:00:00',
      completeTime: '2026-01-10 10:00:00',
    },
  ]);
});

test('a payment that was closed stands on no statement, one that waits does', async () => {
  const merchant = await aMerchant(sandbox.baseUrl, { timeScale: 1 });
  await merchant.post('/api/v1/payment', webPayment('ACC2'));
  await merchant.post('/api/v1/payment', webPayment('ACC3'));
  await merchant.control('POST', 'expire', { mchOrderId: 'ACC2' });
  const createDate = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const { records } = (await ask(merchant, { createDate })).data as Page;
  expect(records).toMatchObject([{ merchantOrderId: 'ACC3', status: 'PENDING', fee: 0, completeTime: null }]);
});

test('payout lines are masked and carry a fee only when complete', async () => {
  const { records } = (await ask(shop, { createDate: '2026-01-15' }, 'payoutList')).data as Page;
  expect(records).toHaveLength(4);
  for (const line of records) {
    expect(line['recipientAccount']).toMatch(/^\d{3}\*{4}\d{4}$/);
    expect(line['remittingAccount']).toBe('109****5678');
    expect(line['recipientName']).toMatch(/^\S\*+( \S\*+)+$/);
    expect(line['fee']).toBe(line['status'] === 'COMPLETE' ? 10 : 0);
  }
});

test.each([
  [{}, 'createDate:must not be blank when completeDate is blank'],
  [{ createDate: '2026-02-30' }, 'createDate:must be a date yyyy-MM-dd'],
  [{ createDate: '2026-01-15', page: 0 }, 'page:must be greater than or equal to 1'],
  [{ createDate: '2026-01-15', page: null }, 'page:must not be null'],
  [{ createDate: '2026-01-15', status: 'CLOSED' }, 'status:must be one of PENDING, COMPLETE, FAILED'],
  [{ createDate: '2026-01-15', timestamp: null }, 'timestamp:must not be blank'],
  [{ createDate: '2026-01-15', timestamp: 1 }, 'timestamp:must be a string'],
])('%j is 1009', async (fields, message) => {
  expect(await ask(shop, fields)).toMatchObject({ code: 1009, message, data: null });
});

test('a timestamp is good for two minutes either side', async () => {
  const code = async (offset: number) =>
    (await ask(shop, { createDate: '2026-01-15', timestamp: String(Date.now() + offset) })).code;
  expect(await code(-115_000)).toBe(1000);
  expect(await code(115_000)).toBe(1000);
  expect(await code(-121_000)).toBe(1009);
  expect(await code(125_000)).toBe(1009);
});

test('the balance is the sum of the ledger, now and at every midnight', async () => {
  const ledger = (await shop.rows('ledger')) as { at: string; amount: string }[];
  const exported = (await shop.control('GET', 'export')) as { balances: { at: string; balance: string }[] };
  expect(exported.balances.map(({ at }) => at)).toEqual([
    '2026-01-14T00:00:00.000+08:00',
    '2026-01-15T00:00:00.000+08:00',
    '2026-01-16T00:00:00.000+08:00',
    '2026-01-17T00:00:00.000+08:00',
  ]);
  for (const { at, balance } of exported.balances) {
    const before = ledger.filter((row) => row.at < at).reduce((sum, row) => sum + BigInt(row.amount), 0n);
    expect(balance).toBe(before.toString());
    const asked = await shop.control('GET', `balance?at=${encodeURIComponent(at)}`);
    expect(asked['balance']).toBe(balance);
  }
  const now = await shop.get('/api/v1/account/checkBalance');
  expect(String((now.data as { balance: number }).balance)).toBe(exported.balances.at(-1)?.balance);
});

test("Kaha's side agrees with the statement line by line when nothing is planted", async () => {
  const exported = (await shop.control('GET', 'export')) as { orders: Record<string, string | null>[] };
  const lines = [
    ...(await everyLine({ createDate: '2026-01-14' })),
    ...(await everyLine({ createDate: '2026-01-15' })),
  ];
  const ours = exported.orders
    .filter(({ status }) => status !== 'CLOSED')
    .map(({ transactionId, mchOrderId, amount, status }) => [
      transactionId,
      mchOrderId,
      Number(amount),
      status,
    ]);
  const theirs = lines.map((line) => [
    line['transactionId'],
    line['merchantOrderId'],
    Math.round(Number(line['amount']) * 100),
    line['status'],
  ]);
  expect(ours.sort()).toEqual(theirs.sort());
});
