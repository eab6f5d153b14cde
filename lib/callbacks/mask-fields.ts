/** Fields of a callback that nobody needs to see to understand it. */
const MASKED = new Set([
  'sign',
  'mobile',
  'email',
  'docNumber',
  'birthDate',
  'fullName',
  'payToken',
  'paytoken',
]);
const MASK = '•••';
const MEMBER = /("(?:[^"\\]|\\.)*")(\s*:\s*)("(?:[^"\\]|\\.)*"|[^\s,{}[\]"]+)/gu;

/** The body as it came, with the values of the sign and of personal fields masked, however their names are written. */
export function maskBody(body: string): string {
  return body.replaceAll(MEMBER, (whole: string, name: string, colon: string) =>
    MASKED.has(nameOf(name)) ? `${name}${colon}"${MASK}"` : whole,
  );
}

/** The signed text with the same fields masked. */
export function maskCanonical(canonical: string): string {
  return canonical
    .split('&')
    .map((part) => {
      const name = part.slice(0, Math.max(0, part.indexOf('=')));
      return MASKED.has(name) ? `${name}=${MASK}` : part;
    })
    .join('&');
}

function nameOf(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}
