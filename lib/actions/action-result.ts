import type { ErrorCode, FieldMessages } from '../errors';
import type { Message } from '../i18n/message';

/** What every server action returns. Serialisable, and never an exception the browser must decode. */
export type ActionResult<Data> =
  | Readonly<{ ok: true; data: Data }>
  | Readonly<{ ok: false; code: ErrorCode; message: Message; fields: FieldMessages }>;
