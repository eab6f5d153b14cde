import type { Permission } from '../auth/permissions';
import type { CodePlace } from '../gateway/code-table';

/** A screen on which the advice of a code can be followed; `label` is the key of the link's words. */
export type WhereToAct = Readonly<{ href: string; label: string; needs: Permission }>;

const BALANCE: WhereToAct = { href: '/', label: 'balance', needs: 'balances:read' };
const REFUNDS: WhereToAct = { href: '/refunds', label: 'refunds', needs: 'refunds:read' };
const ORDERS: WhereToAct = { href: '/orders', label: 'orders', needs: 'orders:read' };
const STATEMENTS: WhereToAct = { href: '/statements', label: 'statements', needs: 'statements:fetch' };
const NEW_QR_CODE: WhereToAct = { href: '/qr-codes/new', label: 'newQrCode', needs: 'collect:manage' };
const NEW_WEB_PAYMENT: WhereToAct = {
  href: '/web-payments/new',
  label: 'newWebPayment',
  needs: 'collect:manage',
};

const SCREENS: Readonly<Record<CodePlace, Readonly<Record<string, WhereToAct>>>> = {
  answer: {
    1006: BALANCE,
    1018: ORDERS,
    1020: NEW_QR_CODE,
    1501: STATEMENTS,
    1502: REFUNDS,
    1503: REFUNDS,
    1506: REFUNDS,
    1515: REFUNDS,
    1516: ORDERS,
  },
  failedCode: {
    10000: NEW_WEB_PAYMENT,
    10001: NEW_WEB_PAYMENT,
    10003: NEW_WEB_PAYMENT,
    10004: NEW_WEB_PAYMENT,
    10006: NEW_WEB_PAYMENT,
    10010: REFUNDS,
  },
  verification: {},
};

/** The obvious screen for a code's advice, or null where the advice is not about a screen of Kaha. */
export function whereToAct(place: CodePlace, code: string): WhereToAct | null {
  return SCREENS[place][code] ?? null;
}
