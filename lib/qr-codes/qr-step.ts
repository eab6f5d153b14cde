import type { Centavos } from '../money/money';
import { canBecome, type QrCodeStatus } from './status';

/** A QR code as PayCools describes it (5.1, 5.2, 5.4); `amount` in centavos, null where it says none. */
export type DescribedQrCode = Readonly<{
  mchOrderId: string;
  qrcodeId: string;
  qrcodeContent: string;
  channelCode: string | null;
  status: 'ACTIVE' | 'INACTIVE' | 'CANCEL';
  expiresTime: Date | null;
  qrLink: string | null;
  amount: Centavos | null;
}>;

/** What was learnt about a QR code, and from whom. */
export type QrEvidence = Readonly<{ source: 'ANSWER' | 'POLL' | 'SYSTEM'; at: Date }> &
  (
    | Readonly<{ kind: 'described'; code: DescribedQrCode }>
    /** Our cancellation was accepted. */
    | Readonly<{ kind: 'cancelled'; code: DescribedQrCode }>
    | Readonly<{ kind: 'refused'; code: number; gatewayMessage: string }>
    | Readonly<{ kind: 'unknown'; why: string; code: number | null }>
    /** Proved by two not-found answers, far enough apart and late enough. */
    | Readonly<{ kind: 'notTaken' }>
  );

/** What we know of the code before the evidence. */
export type KnownQrCode = Readonly<{
  mchOrderId: string;
  channelCode: string;
  amount: Centavos | null;
  status: QrCodeStatus;
}>;

export type QrStep =
  | Readonly<{ kind: 'move'; to: QrCodeStatus; event: string }>
  | Readonly<{
      kind: 'hold';
      event: 'heldId' | 'heldAmount' | 'heldKind';
      to: QrCodeStatus;
      told: Readonly<Record<string, string>>;
    }>
  | Readonly<{ kind: 'nothing' }>;

/** PayCools' own word for "transaction not found", kept as the reason of a code that was proved not taken. */
export const NOT_FOUND = 1008;

/** Decides what one piece of evidence does to a QR code; depends on nothing but its two arguments. */
export function qrStep(known: KnownQrCode, evidence: QrEvidence): QrStep {
  switch (evidence.kind) {
    case 'unknown':
      return move(known, 'UNKNOWN', 'unknown');
    case 'refused':
      // A refusal that comes when the outcome was given up already: the query decides.
      return known.status === 'SENDING' ? move(known, 'REFUSED', 'refused') : { kind: 'nothing' };
    case 'notTaken':
      return known.status === 'UNKNOWN' ? move(known, 'REFUSED', 'notTaken') : { kind: 'nothing' };
    case 'described':
    case 'cancelled':
      return differences(known, evidence.code) ?? described(known, evidence);
  }
}

function described(
  known: KnownQrCode,
  evidence: Extract<QrEvidence, { kind: 'described' | 'cancelled' }>,
): QrStep {
  const { status } = evidence.code;
  if (status === 'ACTIVE') return move(known, 'ACTIVE', 'active');
  // After 5.4 PayCools calls a code INACTIVE; that it was cancelled is what we know better.
  if (evidence.kind === 'cancelled') return move(known, 'CANCEL', 'cancelled');
  return move(known, status, status === 'CANCEL' ? 'cancelled' : 'ended');
}

function move(known: KnownQrCode, to: QrCodeStatus, event: string): QrStep {
  return canBecome(known.status, to) ? { kind: 'move', to, event } : { kind: 'nothing' };
}

/** Our id under another amount or kind is never taken for our code (design.md, Ids). */
function differences(known: KnownQrCode, code: DescribedQrCode): QrStep | null {
  const to = known.status === 'SENDING' ? 'UNKNOWN' : known.status;
  const asked = known.amount ?? 0n;
  if (code.mchOrderId !== known.mchOrderId) {
    return { kind: 'hold', to, event: 'heldId', told: { told: code.mchOrderId } };
  }
  if (code.amount !== null && code.amount !== asked) {
    const told = { askedCentavos: String(asked), toldCentavos: String(code.amount) };
    return { kind: 'hold', to, event: 'heldAmount', told };
  }
  if (code.channelCode !== null && code.channelCode !== known.channelCode) {
    return { kind: 'hold', to, event: 'heldKind', told: { told: code.channelCode } };
  }
  return null;
}
