import { AppError } from '../errors';
import { type Permission, type Role, roleCan } from './permissions';

/** Who is asking, and for which merchant. Every verb and query takes one; none looks up a session. */
export type Actor = Readonly<{ userId: string; merchantId: string; role: Role }>;

/** Who a change is attributed to. Callbacks and jobs sign with `system:<name>`. */
export type Author = Pick<Actor, 'userId' | 'merchantId'>;

export function systemAuthor(name: string, merchantId: string): Author {
  return { userId: `system:${name}`, merchantId };
}

export function can(actor: Actor, permission: Permission): boolean {
  return roleCan(actor.role, permission);
}

/** Throws `forbidden`, naming the permission and the role. */
export function assertCan(actor: Actor, permission: Permission): void {
  if (!can(actor, permission)) {
    throw new AppError('forbidden', 'errors.forbidden', { values: { permission, role: actor.role } });
  }
}
