import {
  ArrowRightLeft,
  ArrowUpRight,
  Bell,
  Book,
  FileText,
  House,
  Landmark,
  Link2,
  type LucideIcon,
  QrCode,
  Settings,
  TextAlignStart,
  Undo2,
} from 'lucide-react';

/** Every place that navigation can name: its icon here, its word in messages `nav.<place>`. */
export const NAV_ICONS = {
  home: House,
  orders: TextAlignStart,
  refunds: Undo2,
  payouts: ArrowUpRight,
  qrCodes: QrCode,
  virtualAccounts: Landmark,
  webPayments: Link2,
  statements: FileText,
  reconciliation: ArrowRightLeft,
  callbacks: Bell,
  codes: Book,
  settings: Settings,
} as const satisfies Record<string, LucideIcon>;

export type NavPlace = keyof typeof NAV_ICONS;

/** `waiting` is how many things of this place need somebody. */
export type NavItem = Readonly<{ place: NavPlace; href: string; waiting?: number }>;

/** The first group has no title. Offer only what exists and what the role may see. */
export type NavGroup = Readonly<{ title?: 'collect' | 'books' | 'help'; items: readonly NavItem[] }>;

/** Whether a page lies at or under a place's address. */
export function isAt(pathname: string, href: string): boolean {
  return href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`);
}
