import type { Refusal } from '@/lib/gateway/input';

/** What went over the wire in one call, for the request log; the sign is masked and no key or secret is in it. */
export type Exchange = Readonly<{
  operation: string;
  method: 'GET' | 'POST';
  url: string;
  /** The text that was signed. */
  canonical: string;
  sentBody: string | null;
  sentAt: Date;
  answeredAt: Date;
  httpStatus: number | null;
  /** The answer as it came; null when none came whole. */
  answer: string | null;
  /** Why the answer does not count, in a developer's words; null when it does. */
  trouble: string | null;
}>;

/** Why it is not known whether PayCools did what was asked. */
export type UnknownWhy = 'no-answer' | 'unreadable' | 'server-error' | 'unlisted-code' | 'code';

/** PayCools took it on; the money result is the status inside `data`. */
export type Accepted<Data> = Readonly<{ outcome: 'accepted'; data: Data; exchange: Exchange }>;

/** A listed code that means nothing happened. `maySendAgain` (1013 only): the same call, same ids, later, by itself. */
export type Rejected = Readonly<{
  outcome: 'rejected';
  code: number;
  gatewayMessage: string;
  maySendAgain: boolean;
  exchange: Exchange;
}>;

/** It may have happened: never send again, ask by query. */
export type Unknown = Readonly<{
  outcome: 'unknown';
  why: UnknownWhy;
  code: number | null;
  gatewayMessage: string | null;
  exchange: Exchange;
}>;

/** Our own check said no; nothing was sent. `code` is what the gateway would have answered. */
type Refused = Readonly<{ outcome: 'refused' }> & Refusal;

/** What every operation gives back. Exceptions are left to programming and configuration errors. */
export type GatewayResult<Data> = Accepted<Data> | Rejected | Unknown | Refused;
