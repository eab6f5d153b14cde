import type { Message } from './i18n/message';

/** Every way a request can fail on purpose. The words for people are message keys, never sentences. */
export const ERROR_CODES = [
  'signed-out',
  'forbidden',
  'input',
  'not-found',
  'conflict',
  'refused',
  'gateway-rejected',
  'gateway-unknown',
  'unavailable',
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export type FieldMessages = Readonly<Record<string, readonly Message[]>>;

type Options = Readonly<{ cause?: unknown; fields?: FieldMessages; values?: Message['values'] }>;

/** Thrown by verbs and queries, caught once at the edge (action, route, job). Anything else is a bug. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly said: Message;
  readonly fields: FieldMessages;

  constructor(code: ErrorCode, key: string = `errors.${code}`, options: Options = {}) {
    super(`${code}: ${key}`, { cause: options.cause });
    this.code = code;
    this.said = options.values ? { key, values: options.values } : { key };
    this.fields = options.fields ?? {};
  }
}

/** A refusal that belongs to one field of a form. */
export function fieldError(field: string, key: string, values?: Message['values']): AppError {
  return new AppError('input', 'errors.input', { fields: { [field]: [values ? { key, values } : { key }] } });
}
