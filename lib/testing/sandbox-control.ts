/** The control interface of a running sandbox, for one app. Money is text of centavos, times are ISO text. */
export type SandboxControl = ReturnType<typeof sandboxControl>;

export type SandboxPayment = Readonly<{
  mchOrderId?: string;
  transactionId?: string;
  amount?: string;
  at?: string;
}>;
export type SandboxFault = Readonly<{ fault: string; operation?: string; times?: number; code?: number }>;

/** Address of the sandbox that this test run talks to. */
export function sandboxAddress(): string {
  const url = process.env['SANDBOX_URL'];
  if (!url) throw new Error('SANDBOX_URL is not set: the test run starts a sandbox and says where it is');
  return url;
}

export async function createSandboxApp(settings: Readonly<Record<string, unknown>>): Promise<SandboxControl> {
  const app = await ask<{ appId: string }>('POST', '/_sandbox/apps', settings);
  return sandboxControl(app.appId);
}

export function sandboxControl(appId: string) {
  const base = `/_sandbox/apps/${appId}`;
  return {
    appId,
    pay: (what: SandboxPayment) => ask<{ transactionId: string }>('POST', `${base}/pay`, what),
    fail: (what: SandboxPayment) => ask<{ transactionId: string }>('POST', `${base}/fail`, what),
    expire: (what: SandboxPayment) => ask('POST', `${base}/expire`, what),
    settleRefund: (what: Readonly<{ mchRefundOrderId: string; status: string; failedCode?: number }>) =>
      ask('POST', `${base}/refunds/settle`, what),
    /** Anything that `POST /_sandbox/apps` takes. */
    change: (settings: Readonly<Record<string, unknown>>) =>
      ask('POST', '/_sandbox/apps', { ...settings, appId }),
    setFault: (fault: SandboxFault) => ask('PUT', `${base}/faults`, fault),
    setFaults: (faults: readonly SandboxFault[]) => ask('PUT', `${base}/faults`, { faults }),
    clearFaults: () => ask('DELETE', `${base}/faults`),
    resendCallback: (what: Readonly<Record<string, unknown>>) =>
      ask('POST', `${base}/callbacks/resend`, what),
    forgeCallback: (what: Readonly<Record<string, unknown>>) => ask('POST', `${base}/callbacks/forge`, what),
    read: <Answer>(name: string) => ask<Answer>('GET', `${base}/${name}`),
  };
}

async function ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${sandboxAddress()}${path}`, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`sandbox answered ${response.status} to ${method} ${path}: ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}
