import { BlockList, isIP } from 'node:net';
import { findApp, type App } from './apps';
import type { Endpoint } from './endpoint';
import { takeToken } from './rate-limit';
import { Refusal } from './refusal';
import type { SandboxContext } from './sandbox-context';
import { isRsaSigned, isSha1Signed, readPublicKey } from './signature';
import type { Fields } from './wire-json';

/** The app that a request names, or 1001. */
export async function requireApp(context: SandboxContext, fields: Fields): Promise<App> {
  const named = fields.get('appId');
  const isReadable = named?.kind === 'text' && !named.text.includes('\0');
  const app = isReadable ? await findApp(context.pool, named.text) : null;
  if (app === null) throw new Refusal(1001);
  return app;
}

/** The checks between the app and its parameters, in the order of 0.1: 1002, 1003, 1013. */
export async function checkCaller(
  context: SandboxContext,
  { app, endpoint, fields, canonical, remoteAddress, now }: CallerCheck,
): Promise<void> {
  if (!isAllowed(app.settings.ipAllowList, remoteAddress)) throw new Refusal(1002);
  if (!isSigned(app, fields, canonical)) throw new Refusal(1003);
  if (!(await takeToken(context.pool, app, 'requests', now))) throw new Refusal(1013);
  if (endpoint.bucket === 'statements' && !(await takeToken(context.pool, app, 'statements', now))) {
    throw new Refusal(1013);
  }
}

type CallerCheck = Readonly<{
  app: App;
  endpoint: Endpoint;
  fields: Fields;
  canonical: string;
  remoteAddress: string;
  now: Date;
}>;

function isSigned(app: App, fields: Fields, canonical: string): boolean {
  const sign = fields.get('sign');
  if (sign?.kind !== 'text' || sign.text === '') return false;
  if (app.requestSignMode === 'SHA1_SECRET') return isSha1Signed(canonical, app.requestSecret, sign.text);
  const publicKey = app.publicKey === null ? null : readPublicKey(app.publicKey);
  return publicKey !== null && isRsaSigned(canonical, publicKey, sign.text);
}

/** Whether a caller's address stands in a list of single addresses and CIDR ranges; an empty list allows all. */
export function isAllowed(list: readonly string[], remoteAddress: string): boolean {
  if (list.length === 0) return true;
  const address = remoteAddress.replace(/^::ffff:/, '');
  const allowed = new BlockList();
  for (const entry of list) {
    const [network = '', prefix] = entry.split('/');
    const family = isIP(network) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) allowed.addAddress(network, family);
    else allowed.addSubnet(network, Number(prefix), family);
  }
  return allowed.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}
