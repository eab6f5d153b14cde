export const CALLBACK_STATES = ['RECEIVED', 'PROCESSED', 'IGNORED', 'HELD', 'REJECTED', 'DEAD'] as const;
export type CallbackState = (typeof CALLBACK_STATES)[number];

/** What may become of a callback; only what is held or dead can be taken up again. */
const NEXT = {
  RECEIVED: ['PROCESSED', 'IGNORED', 'HELD', 'DEAD'],
  HELD: ['PROCESSED', 'IGNORED'],
  DEAD: ['PROCESSED', 'IGNORED', 'HELD'],
  PROCESSED: [],
  IGNORED: [],
  REJECTED: [],
} as const satisfies Record<CallbackState, readonly CallbackState[]>;

export function canBecome(from: CallbackState, to: CallbackState): boolean {
  return (NEXT[from] as readonly CallbackState[]).includes(to);
}
