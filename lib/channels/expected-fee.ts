import { percentFee } from '../money/money';
import { findChannel } from './channels';

/** The fee in centavos that this channel should charge on an amount, half up; null where the channel is not listed. */
export function expectedFee(channelCode: string | null, amount: bigint): bigint | null {
  const fee = findChannel(channelCode)?.fee;
  if (!fee) return null;
  return 'flat' in fee ? fee.flat : percentFee(amount, fee.basisPoints);
}
