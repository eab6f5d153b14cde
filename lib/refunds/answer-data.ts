import { z } from 'zod';

import { parseManilaDay, type ManilaDay } from '../dates/manila-day';
import type { RefundAnswer, RefundRule } from './refund-answer';

const centavos = z.string().regex(/^\d+$/u);
const day = z.custom<ManilaDay>((value) => typeof value === 'string' && parseManilaDay(value) !== null);
const values = z.record(z.string(), z.union([z.string(), z.number()]));

/** The answer before the click as it crosses to the browser; money is centavos as text. */
export const RefundAnswerData = z.discriminatedUnion('can', [
  z.object({
    can: z.literal(true),
    max: centavos,
    until: day,
    partial: z.boolean(),
    several: z.boolean(),
    onTheWay: centavos,
  }),
  z.object({ can: z.literal(false), rule: z.custom<RefundRule>(Number.isInteger), key: z.string(), values }),
]);
export type RefundAnswerData = z.output<typeof RefundAnswerData>;

/** The answer with its money as text. */
export function toAnswerData(answer: RefundAnswer): RefundAnswerData {
  if (!answer.can) return { ...answer, values: { ...answer.values } };
  return { ...answer, max: String(answer.max), onTheWay: String(answer.onTheWay) };
}

/** The offer as the rules take it, to judge a typed amount where it is typed. */
export function offerOf(
  data: Extract<RefundAnswerData, { can: true }>,
): Extract<RefundAnswer, { can: true }> {
  return { ...data, max: BigInt(data.max), onTheWay: BigInt(data.onTheWay) };
}
