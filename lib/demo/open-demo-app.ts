import 'server-only';

import type { DemoApp } from '../launch/kept-secrets';

/** The demo shop's app at the sandbox, made once: repeated starts only tell it our address again. */
export async function openDemoApp(app: DemoApp, publicUrl: string): Promise<void> {
  const callbackUrl = `${publicUrl}/api/callbacks/${app.appId}`;
  const response = await fetch(`${app.baseUrl}/_sandbox/apps`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      appId: app.appId,
      appName: app.appName,
      merchant: 'demo',
      publicKey: app.publicKey,
      callbackSecret: app.callbackSecret,
      callbackUrl,
      qrCallbackUrl: callbackUrl,
      transferCallbackUrl: callbackUrl,
      limits: { requestsPerSecond: 200, burst: 400, statementsPerSecond: 50 },
      openingBalance: '50000000',
      history: { seed: 20_261_123, endDate: app.historyEndDate, days: 21, rowsPerDay: 60, planted: true },
    }),
  });
  if (!response.ok) throw new Error(`the sandbox refused the demo app: ${await response.text()}`);
}
