import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';

import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { type Permission, type Role, ROLES, roleCan } from '@/lib/auth/permissions';

/** In place of a page that the role does not include: which permission is missing, which role one has, who can help. */
export function NoPermission({ permission, role }: Readonly<{ permission: Permission; role: Role }>) {
  const t = useTranslations('common.noPermission');
  const roles = useTranslations('account.roles');
  const holders = ROLES.filter((one) => roleCan(one, permission)).map((one) => roles(one));
  return (
    <Card className="max-w-150">
      <EmptyState icon={Lock} title={t('title')} action={<LinkButton href="/">{t('action')}</LinkButton>}>
        {t.rich('body', {
          role: roles(role),
          permission,
          holders: holders.join(', '),
          mono: (text) => <span className="mono">{text}</span>,
        })}
      </EmptyState>
    </Card>
  );
}
