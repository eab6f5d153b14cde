export const CALLBACK_STATES = ['RECEIVED', 'PROCESSED', 'IGNORED', 'HELD', 'REJECTED', 'DEAD'] as const;
export type CallbackState = (typeof CALLBACK_STATES)[number];
