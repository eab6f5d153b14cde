/** What the hosted page shows; amounts are already written for people. */
export type PayPage = Readonly<{
  appName: string;
  /** Null where the payer names the amount. */
  amount: string | null;
  channelName: string;
  mchOrderId: string;
  remark: string | null;
  code: string;
  /** The picture of a QR code as SVG markup. */
  picture: string | null;
  /** The merchant's own page, where there is one to go back to. */
  leaveUrl: string | null;
  /** What stands in the way of paying or what has come of it. */
  notice: string | null;
  canPay: boolean;
}>;

const STYLE = `
:root { color-scheme: light dark; --ink: #14202b; --quiet: #52606d; --ground: #f4f6f8; --card: #fff; --line: #d6dde4; --main: #0b5cab; --on-main: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eef4; --quiet: #a8b5c2; --ground: #10171e; --card: #1a232c; --line: #33404c; --main: #8ec5ff; --on-main: #06223d; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 16px; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { width: 100%; max-width: 420px; padding: 28px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
h1 { margin: 0 0 4px; font-size: 24px; line-height: 1.25; overflow-wrap: anywhere; }
p, dl { margin: 0 0 16px; } .quiet, dt { color: var(--quiet); }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; font-size: 14px; } dd { margin: 0; overflow-wrap: anywhere; }
.notice { padding: 12px; border: 1px solid var(--line); border-radius: 8px; }
form { display: grid; gap: 12px; margin-top: 12px; }
label { display: grid; gap: 4px; font-weight: 600; }
input { font: inherit; padding: 10px 12px; border: 1px solid var(--quiet); border-radius: 8px; background: var(--card); color: var(--ink); }
button, .button { display: block; width: 100%; min-height: 44px; padding: 10px 16px; font: inherit; font-weight: 600; text-align: center; text-decoration: none; border: 1px solid var(--main); border-radius: 8px; background: transparent; color: var(--main); cursor: pointer; }
button.main { background: var(--main); color: var(--on-main); }
:focus-visible { outline: 3px solid var(--main); outline-offset: 2px; }
.picture svg { display: block; width: 100%; max-width: 240px; margin: 0 auto 16px; background: #fff; border-radius: 8px; }
.leave { margin-top: 12px; }`;

/** The hosted page: one card with what is paid, to whom, and the ways out. */
export function payPageHtml(page: PayPage): string {
  const store = escapeHtml(page.appName);
  const heading = page.amount === null ? `Pay ${store}` : `Pay ${escapeHtml(page.amount)} to ${store}`;
  return document(
    heading,
    `<h1>${heading}</h1>
<p class="quiet">Sandbox payment page. No real money moves.</p>
${page.notice === null ? '' : `<p class="notice" role="status">${escapeHtml(page.notice)}</p>`}
${page.picture === null ? '' : `<div class="picture">${page.picture}</div>`}
<dl><dt>Pay with</dt><dd>${escapeHtml(page.channelName)}</dd><dt>Order</dt><dd>${escapeHtml(page.mchOrderId)}</dd>${
      page.remark === null ? '' : `<dt>For</dt><dd>${escapeHtml(page.remark)}</dd>`
    }</dl>
${page.canPay ? forms(page) : ''}
${page.leaveUrl === null ? '' : `<a class="button leave" href="${escapeHtml(page.leaveUrl)}">${page.canPay ? 'Leave without paying' : 'Back to the store'}</a>`}`,
  );
}

/** A page for a link that leads nowhere. */
export function missingPageHtml(): string {
  return document(
    'Payment link not found',
    '<h1>Payment link not found</h1><p>Nothing can be paid here. Ask the store for a new link.</p>',
  );
}

function forms({ amount, code }: PayPage): string {
  const typed =
    amount === null
      ? '<label>Amount in pesos<input name="amount" inputmode="decimal" autocomplete="off" required placeholder="250.00"></label>'
      : '';
  return `<form method="post" action="/pay/${code}/pay">${typed}<button class="main" type="submit">Pay</button>${
    amount === null ? '<button type="submit" formaction="/pay/' + code + '/fail">Fail</button>' : ''
  }</form>
${amount === null ? '' : `<form method="post" action="/pay/${code}/fail"><button type="submit">Fail</button></form>`}`;
}

function document(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${STYLE}</style></head>
<body><main>${body}</main></body>
</html>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
