import { isTheme } from '@/lib/account/themes';
import { requireSignedIn } from '@/lib/auth/page-actor';
import { countWaiting } from '@/lib/home/queries';

import { Frame } from './_components/frame';

export default async function DashboardLayout({ children }: LayoutProps<'/'>) {
  const { actor, person, merchant } = await requireSignedIn();
  return (
    <Frame
      person={{ name: person.name, role: actor.role, theme: isTheme(person.theme) ? person.theme : null }}
      merchant={{ name: merchant.name, mode: merchant.mode }}
      waiting={await countWaiting(actor)}
    >
      {children}
    </Frame>
  );
}
