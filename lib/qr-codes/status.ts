export const QR_CODE_STATUSES = ['SENDING', 'ACTIVE', 'UNKNOWN', 'REFUSED', 'INACTIVE', 'CANCEL'] as const;
export type QrCodeStatus = (typeof QR_CODE_STATUSES)[number];

/** What a QR code may become next (design.md, States). A status with no successors is final. */
const NEXT = {
  SENDING: ['ACTIVE', 'UNKNOWN', 'REFUSED', 'INACTIVE', 'CANCEL'],
  UNKNOWN: ['ACTIVE', 'REFUSED', 'INACTIVE', 'CANCEL'],
  ACTIVE: ['INACTIVE', 'CANCEL'],
  REFUSED: [],
  INACTIVE: [],
  CANCEL: [],
} as const satisfies Record<QrCodeStatus, readonly QrCodeStatus[]>;

export function canBecome(from: QrCodeStatus, to: QrCodeStatus): boolean {
  return (NEXT[from] as readonly QrCodeStatus[]).includes(to);
}

/** True where nothing can change any more. */
export function isFinal(status: QrCodeStatus): boolean {
  return NEXT[status].length === 0;
}

/** True where there may be something at PayCools to switch off. */
export function isCancellable(status: QrCodeStatus): boolean {
  return status === 'ACTIVE' || status === 'UNKNOWN';
}
