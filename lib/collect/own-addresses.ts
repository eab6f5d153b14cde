import 'server-only';

import { publicUrl } from '../env';

/** Where PayCools tells this installation about payments of an app (7.1, 5.1: at most 100 characters). */
export function callbackAddress(appId: string): string {
  return `${publicUrl()}/api/callbacks/${appId}`;
}

/** Where a payer's browser returns to after a hosted page; shows no data. */
export function thankYouAddress(): string {
  return `${publicUrl()}/thank-you`;
}
