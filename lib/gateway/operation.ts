import type { z } from 'zod';

/** One call of the protocol: where it goes, what may be sent, how the answer is read. */
export type Operation<Input extends z.ZodType = z.ZodType, Data extends z.ZodType = z.ZodType> = Readonly<{
  /** `noun.verb`, the name used on the command line and in the request log. */
  operation: string;
  method: 'GET' | 'POST';
  /** `{name}` is replaced by the input field of that name. */
  path: string;
  /** Section of gateway-api.md. */
  section: string;
  /** Fields that the client adds beside `appId` and `sign`. */
  adds: readonly ('appName' | 'timestamp')[];
  /** A path field that is sent, and signed, in the query too. */
  pathFieldInQuery?: boolean;
  input: Input;
  data: Data;
}>;

/** Keeps the exact types of an operation's input and answer. */
export function operation<Input extends z.ZodType, Data extends z.ZodType>(
  definition: Operation<Input, Data>,
): Operation<Input, Data> {
  return definition;
}
