import type { Role } from '../auth/permissions';

/** The demo merchant has one id for ever, by which its data is told from real data. */
export const DEMO_MERCHANT_ID = '019a0000-0000-7000-8000-00000000ca4a';
export const DEMO_MERCHANT_NAME = 'Sari-Sari Online';

export type DemoPerson = Readonly<{ email: string; name: string; role: Role }>;

/** Two owners and two approvers, because some things need a second person; one of each other role. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { email: 'liza@demo.kaha', name: 'Liza Reyes', role: 'OWNER' },
  { email: 'ramon@demo.kaha', name: 'Ramon Dy', role: 'OWNER' },
  { email: 'grace@demo.kaha', name: 'Grace Tan', role: 'ADMIN' },
  { email: 'noel@demo.kaha', name: 'Noel Lim', role: 'FINANCE' },
  { email: 'marco@demo.kaha', name: 'Marco Cruz', role: 'SUPPORT' },
  { email: 'ana@demo.kaha', name: 'Ana Santos', role: 'APPROVER' },
  { email: 'paolo@demo.kaha', name: 'Paolo Uy', role: 'APPROVER' },
  { email: 'jose@demo.kaha', name: 'Jose Ramos', role: 'VIEWER' },
];
