/** Who may do what: one table, read by screen and server alike (design.md, Permissions). */
export const ROLES = ['OWNER', 'ADMIN', 'FINANCE', 'SUPPORT', 'APPROVER', 'VIEWER'] as const;
export type Role = (typeof ROLES)[number];

const EVERYBODY = ROLES;
const BOOKS: readonly Role[] = ['OWNER', 'ADMIN', 'FINANCE', 'APPROVER', 'VIEWER'];

const ALLOWED = {
  'orders:read': EVERYBODY,
  'refunds:read': EVERYBODY,
  'payouts:read': EVERYBODY,
  'codes:read': EVERYBODY,
  'balances:read': BOOKS,
  'statements:read': BOOKS,
  'reconciliation:read': BOOKS,
  'personal:reveal': ['OWNER', 'FINANCE', 'SUPPORT'],
  'refunds:request': ['OWNER', 'FINANCE', 'SUPPORT'],
  'payouts:request': ['OWNER', 'FINANCE'],
  'approvals:decide': ['OWNER', 'APPROVER'],
  'collect:manage': ['OWNER', 'ADMIN'],
  'statements:fetch': ['OWNER', 'FINANCE'],
  'reconciliation:work': ['OWNER', 'FINANCE'],
  'days:close': ['OWNER', 'FINANCE'],
  'callbacks:read': ['OWNER', 'ADMIN', 'FINANCE'],
  'request-log:read': ['OWNER', 'ADMIN', 'FINANCE'],
  'callbacks:replay': ['OWNER', 'ADMIN'],
  'people:manage': ['OWNER', 'ADMIN'],
  'apps:manage': ['OWNER', 'ADMIN'],
  'money-rules:change': ['OWNER'],
  'audit:read': ['OWNER', 'ADMIN', 'APPROVER'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof ALLOWED;

export function roleCan(role: Role, permission: Permission): boolean {
  return (ALLOWED[permission] as readonly Role[]).includes(role);
}
