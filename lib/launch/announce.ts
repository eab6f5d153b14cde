import type { Running } from './launch';

/** Says that Kaha is ready, where, and with which accounts. */
export function announce({ ready, url }: Running): void {
  const lines = [``, `  Kaha is ready: ${url}`, ``];
  if (ready.kind === 'demo') {
    lines.push('  Demo shop on the sandbox gateway; no real money moves. Sign in as:', '');
    for (const { email, role, password } of ready.accounts) {
      lines.push(`    ${email.padEnd(20)} ${password.padEnd(18)} ${role.toLowerCase()}`);
    }
  } else {
    lines.push(`  Connected to the PayCools app "${ready.appName}".`);
    if (ready.polling) {
      lines.push(
        '  PUBLIC_URL is not https, so PayCools cannot call back: results come by asking, a little later.',
      );
    }
    if (ready.ownerLink)
      lines.push('', '  Make the first owner here, within one hour:', `    ${ready.ownerLink}`);
  }
  lines.push('', '  Ctrl-C stops everything. Data stays.', '');
  process.stdout.write(`${lines.join('\n')}\n`);
}
