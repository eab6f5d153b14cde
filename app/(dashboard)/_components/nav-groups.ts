import type { NavGroup, NavItem } from '@/components/layout/nav-item';
import { type Permission, type Role, roleCan } from '@/lib/auth/permissions';
import type { Waiting } from '@/lib/home/schema';

type Place = Omit<NavItem, 'waiting'> & Readonly<{ needs?: Permission; counts?: keyof Waiting }>;
type Group = Readonly<{ title?: 'collect' | 'books' | 'help'; places: readonly Place[] }>;

const GROUPS: readonly Group[] = [
  {
    places: [
      { place: 'home', href: '/' },
      { place: 'orders', href: '/orders', needs: 'orders:read' },
      { place: 'refunds', href: '/refunds', needs: 'refunds:read', counts: 'refunds' },
    ],
  },
  {
    title: 'collect',
    places: [
      { place: 'qrCodes', href: '/qr-codes', needs: 'orders:read' },
      { place: 'webPayments', href: '/web-payments', needs: 'orders:read' },
    ],
  },
  {
    title: 'books',
    places: [
      { place: 'statements', href: '/statements', needs: 'statements:read' },
      {
        place: 'reconciliation',
        href: '/reconciliation',
        needs: 'reconciliation:read',
        counts: 'reconciliation',
      },
    ],
  },
  {
    title: 'help',
    places: [
      { place: 'callbacks', href: '/callbacks', needs: 'callbacks:read', counts: 'callbacks' },
      { place: 'codes', href: '/codes', needs: 'codes:read' },
    ],
  },
];

/** The places a role may see, each with how many things wait there. What a role may not see is not offered. */
export function navGroups(role: Role, waiting: Waiting): readonly NavGroup[] {
  return GROUPS.map(({ title, places }) => ({
    ...(title && { title }),
    items: places
      .filter(({ needs }) => needs === undefined || roleCan(role, needs))
      .map(({ place, href, counts }) => ({ place, href, ...(counts && { waiting: waiting[counts] }) })),
  }));
}
