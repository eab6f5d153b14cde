import type { Locale } from './locales';

const NAMESPACES = {
  common: 'common',
  nav: 'nav',
  status: 'status',
  auth: 'auth',
  account: 'account',
  errors: 'errors',
  money: 'money',
  home: 'home',
  orders: 'orders',
  refunds: 'refunds',
  payouts: 'payouts',
  collect: 'collect',
  qrCodes: 'qr-codes',
  webPayments: 'web-payments',
  statements: 'statements',
  reconciliation: 'reconciliation',
  callbacks: 'callbacks',
  codes: 'codes',
  codePages: 'code-pages',
  settings: 'settings',
} as const;

type Tree = { [key: string]: string | Tree };
export type Messages = Record<keyof typeof NAMESPACES, Tree>;

const loaded = new Map<Locale, Promise<Messages>>();

/** All sentences of a language; a key not translated yet reads in English. */
export function loadMessages(locale: Locale): Promise<Messages> {
  let messages = loaded.get(locale);
  if (!messages) {
    messages = readMessages(locale);
    loaded.set(locale, messages);
  }
  return messages;
}

async function readMessages(locale: Locale): Promise<Messages> {
  const entries = await Promise.all(
    Object.entries(NAMESPACES).map(async ([namespace, file]) => {
      const english = await importFile('en', file);
      return [namespace, locale === 'en' ? english : over(english, await importFile(locale, file))] as const;
    }),
  );
  return Object.fromEntries(entries) as Messages;
}

async function importFile(locale: Locale, file: string): Promise<Tree> {
  const loadedFile = (await import(`@/messages/${locale}/${file}.json`)) as { default: Tree };
  return loadedFile.default;
}

function over(base: Tree, translated: Tree): Tree {
  const result: Tree = { ...base };
  for (const [key, value] of Object.entries(translated)) {
    const below = base[key];
    result[key] = typeof value === 'object' && typeof below === 'object' ? over(below, value) : value;
  }
  return result;
}
