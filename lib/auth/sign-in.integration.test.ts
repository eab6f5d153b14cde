import { randomUUID } from 'node:crypto';

import { expect, test } from 'vitest';

import { db } from '../db/client';
import { aMerchant } from '../testing/merchant';
import { hashPassword } from './password';
import { revokeSession, signIn } from './sign-in';
import { countFailure } from './throttle';

const PASSWORD = 'mangga at tsokolate 7';

async function aPerson() {
  const { actor } = await aMerchant();
  const { email } = await db().person.update({
    where: { id: actor.userId },
    data: { passwordHash: await hashPassword(PASSWORD) },
  });
  return { actor, email, address: randomUUID() };
}

function attempt(email: string, password: string, address: string) {
  return signIn({ email, password, address, userAgent: 'test' });
}

async function eventsOf(personId: string): Promise<string[]> {
  const rows = await db().personEvent.findMany({ where: { personId }, orderBy: { seq: 'asc' } });
  return rows.map(({ action }) => action);
}

test('the right password opens a session row, which ends once and for good', async () => {
  const { actor, email, address } = await aPerson();
  const result = await attempt(email, PASSWORD, address);
  if (!result.ok) throw new Error(result.why);
  expect(result.personId).toBe(actor.userId);

  await revokeSession(result.sessionId);
  await revokeSession(result.sessionId);
  const session = await db().session.findUniqueOrThrow({ where: { id: result.sessionId } });
  expect(session.revokedAt).toBeInstanceOf(Date);
  expect(await eventsOf(actor.userId)).toEqual(['signed-in', 'signed-out']);
});

test('a wrong password and an unknown address read the same', async () => {
  const { actor, email, address } = await aPerson();
  expect(await attempt(email, 'wrong', address)).toEqual({ ok: false, why: 'wrong' });
  expect(await attempt(`${randomUUID()}@kaha.test`, PASSWORD, address)).toEqual({ ok: false, why: 'wrong' });
  expect(await eventsOf(actor.userId)).toEqual(['sign-in-failed']);
});

test('eight failures lock the address for five minutes, the right password included', async () => {
  const { email, address } = await aPerson();
  // All at once: each of them is counted.
  const tries = await Promise.all(Array.from({ length: 8 }, () => attempt(email, 'wrong', address)));
  expect(tries.every((result) => !result.ok)).toBe(true);
  expect(await attempt(email, PASSWORD, randomUUID())).toEqual({ ok: false, why: 'throttled', minutes: 5 });
});

test('a success before the eighth failure starts the count anew', async () => {
  const { email, address } = await aPerson();
  for (let count = 0; count < 7; count += 1) await attempt(email, 'wrong', address);
  expect(await attempt(email, PASSWORD, address)).toMatchObject({ ok: true });
  expect(await attempt(email, 'wrong', address)).toEqual({ ok: false, why: 'wrong' });
  expect(await attempt(email, PASSWORD, address)).toMatchObject({ ok: true });
});

test('sixty failures from one network address lock that address for everybody there', async () => {
  const { email, address } = await aPerson();
  await Promise.all(Array.from({ length: 60 }, () => countFailure('address', address)));
  expect(await attempt(email, PASSWORD, address)).toEqual({ ok: false, why: 'throttled', minutes: 5 });
  expect(await attempt(email, PASSWORD, randomUUID())).toMatchObject({ ok: true });
});

test('a person who was shut out does not get in', async () => {
  const { actor, email, address } = await aPerson();
  await db().person.update({ where: { id: actor.userId }, data: { disabledAt: new Date() } });
  expect(await attempt(email, PASSWORD, address)).toEqual({ ok: false, why: 'wrong' });
});
