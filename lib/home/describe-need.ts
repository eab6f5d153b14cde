import type { Need } from './schema';

/** What the database knows of a need: `reference` is what a person calls it, `day` is `YYYY-MM-DD`. */
export type NeedFacts = Readonly<{
  kind: Need['kind'];
  id: string;
  state: string;
  since: Date;
  amount: bigint | null;
  reference: string | null;
  code: string | null;
  count: number;
  gatewayAppId: string;
  day: string | null;
}>;

type Words = Pick<Need, 'state' | 'title' | 'why' | 'href' | 'signed'>;

/** The row of Home that a need becomes: state, two sentences, where to act. Texts are keys of `home.needs`. */
export function describeNeed(facts: NeedFacts): Need {
  return {
    key: `${facts.kind}:${facts.id}`,
    kind: facts.kind,
    amount: facts.amount === null || isNoEffect(facts) ? null : facts.amount.toString(),
    code: codeOf(facts),
    since: facts.since.toISOString(),
    ...wordsOf(facts),
  };
}

function wordsOf(facts: NeedFacts): Words {
  switch (facts.kind) {
    case 'refund':
      return refundWords(facts);
    case 'order':
      return unknownWords('order', `/orders/${facts.id}`, facts);
    case 'qrCode':
      return unknownWords('qrCode', `/qr-codes/${facts.id}`, facts);
    case 'callback':
      return callbackWords(facts);
    case 'exceptions':
      return exceptionWords(facts);
    case 'statement':
      return statementWords(facts);
  }
}

const REFUND_WHY = {
  UNKNOWN: 'unknown',
  NOT_TAKEN: 'notTaken',
  FAILED: 'failed',
  REFUSED: 'refused',
} as const satisfies Record<string, string>;

function refundWords({ id, state, amount, reference }: NeedFacts): Words {
  const why = REFUND_WHY[state as keyof typeof REFUND_WHY];
  return {
    state: state === 'FAILED' || state === 'REFUSED' ? 'failed' : 'unknown',
    title: said('refund.title', { amountCentavos: String(amount ?? 0n), reference: reference ?? '' }),
    why: said(`refund.${why}`),
    href: `/refunds/${id}`,
    signed: false,
  };
}

function unknownWords(kind: 'order' | 'qrCode', href: string, { reference }: NeedFacts): Words {
  return {
    state: 'unknown',
    title: said(`${kind}.title`, { reference: reference ?? '' }),
    why: said(`${kind}.unknown`),
    href,
    signed: false,
  };
}

function callbackWords({ id, state, reference }: NeedFacts): Words {
  const dead = state === 'DEAD';
  return {
    state: dead ? 'failed' : 'held',
    title: reference === null ? said('callback.titleAlone') : said('callback.title', { reference }),
    why: said(dead ? 'callback.dead' : 'callback.held'),
    href: `/callbacks/${id}`,
    signed: false,
  };
}

function exceptionWords({ state, count, day, gatewayAppId }: NeedFacts): Words {
  return {
    state: 'open',
    title: said('exceptions.title', { count, day: day ?? '' }),
    why: said('exceptions.why', { type: state }),
    href: `/reconciliation/${encodeURIComponent(gatewayAppId)}/${day ?? ''}`,
    signed: true,
  };
}

function statementWords({ id, state, day }: NeedFacts): Words {
  return {
    state: 'failed',
    title: said('statement.title', { kind: state, day: day ?? '' }),
    why: said('statement.failed'),
    href: `/statements/${id}`,
    signed: false,
  };
}

/** Exceptions that leave the difference as it is have no figure to show. */
function isNoEffect({ kind, amount }: NeedFacts): boolean {
  return kind === 'exceptions' && amount === 0n;
}

function codeOf({ state, code }: NeedFacts): Need['code'] {
  if (code === null) return null;
  return { place: state === 'REFUSED' ? 'answer' : 'failedCode', code };
}

function said(key: string, values: Need['title']['values'] = {}): Need['title'] {
  return { key: `home.needs.${key}`, values };
}
