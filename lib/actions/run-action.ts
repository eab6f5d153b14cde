import 'server-only';

import type { z } from 'zod';

import { type Actor, assertCan } from '../auth/actor';
import type { Permission } from '../auth/permissions';
import { findActor } from '../auth/session';
import { AppError, type FieldMessages } from '../errors';
import type { ActionResult } from './action-result';

type ActionPlan<Input, Data> = Readonly<{
  /** `own-account` where a person changes what is theirs alone, which no role is needed for. */
  permission: Permission | 'own-account';
  /** Messages of its issues are message keys. */
  input: z.ZodType<Input>;
  /** Called only with a signed-in, permitted actor and a parsed input. */
  run: (actor: Actor, input: Input) => Promise<Data>;
}>;

/** Signed in, allowed, parsed, done, typed result: the same five steps for every action, in one place. */
export async function runAction<Input, Data>(
  plan: ActionPlan<Input, Data>,
  formData: FormData,
): Promise<ActionResult<Data>> {
  return answering(async () => {
    const actor = await findActor();
    if (!actor) throw new AppError('signed-out');
    if (plan.permission !== 'own-account') assertCan(actor, plan.permission);
    return plan.run(actor, parseForm(plan.input, formData));
  });
}

/** The same pipe for the few forms that nobody is signed in for yet; what they carry must prove itself. */
export async function runOpenAction<Input, Data>(
  plan: Readonly<{ input: z.ZodType<Input>; run: (input: Input) => Promise<Data> }>,
  formData: FormData,
): Promise<ActionResult<Data>> {
  return answering(() => plan.run(parseForm(plan.input, formData)));
}

function parseForm<Input>(schema: z.ZodType<Input>, formData: FormData): Input {
  const parsed = schema.safeParse(Object.fromEntries(formData));
  if (!parsed.success) throw new AppError('input', 'errors.input', { fields: fieldsOf(parsed.error) });
  return parsed.data;
}

async function answering<Data>(work: () => Promise<Data>): Promise<ActionResult<Data>> {
  try {
    return { ok: true, data: await work() };
  } catch (error) {
    if (error instanceof AppError) {
      return { ok: false, code: error.code, message: error.said, fields: error.fields };
    }
    console.error(error);
    return { ok: false, code: 'internal', message: { key: 'errors.internal' }, fields: {} };
  }
}

/** Zod issues as message keys per field; parameters of an issue travel in its `params`. */
export function fieldsOf(error: z.ZodError): FieldMessages {
  const fields: Record<string, { key: string; values?: Record<string, string | number> }[]> = {};
  for (const issue of error.issues) {
    const field = issue.path.join('.') || 'form';
    const values =
      issue.code === 'custom' ? (issue.params as Record<string, string | number> | undefined) : undefined;
    (fields[field] ??= []).push(values ? { key: issue.message, values } : { key: issue.message });
  }
  return fields;
}
