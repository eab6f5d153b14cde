import 'server-only';

import { writePersonEvent } from '../audit/write-person-event';
import type { Actor } from '../auth/actor';
import { db } from '../db/client';
import { AppError } from '../errors';
import type { Preferences } from './schema';

/** Keeps a person's own language and theme, with its event in the same transaction; choosing what is set already writes nothing. */
export async function savePreferences(actor: Actor, { locale, theme }: Preferences): Promise<void> {
  await db().$transaction(async (tx) => {
    const person = await tx.person.findUnique({
      where: { id: actor.userId },
      select: { locale: true, theme: true },
    });
    if (!person) throw new AppError('not-found');
    const changes = {
      ...(locale !== undefined && locale !== person.locale && { locale }),
      ...(theme !== undefined && theme !== person.theme && { theme }),
    };
    if (Object.keys(changes).length === 0) return;
    await tx.person.update({ where: { id: actor.userId }, data: changes });
    await writePersonEvent(tx, { personId: actor.userId, action: 'settings-changed', detail: changes });
  });
}
