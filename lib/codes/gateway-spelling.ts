import type { CodePlace } from '../gateway/code-table';

/** A code as PayCools writes it: reasons of failure carry a minus sign, everything else stands as it is. */
export function gatewaySpelling(place: CodePlace, code: string): string {
  return place === 'failedCode' && /^1[0-9]{4}$/u.test(code) ? `-${code}` : code;
}
