import 'server-only';

import { CHANNELS } from '../channels/channels';
import { Prisma } from '../db/generated/client';

/**
 * The expected fee in centavos as an SQL expression: what `expectedFee` says of the same channel and amount
 * (positive, half up), NULL where nobody listed the channel. The arguments are column expressions, never input.
 */
export function expectedFeeSql(channel: string, amount: string): Prisma.Sql {
  const cases = CHANNELS.map(({ code, fee }) => {
    const formula = 'flat' in fee ? `${fee.flat}` : `(${amount} * ${fee.basisPoints} + 5000) / 10000`;
    return `WHEN '${code}' THEN ${formula}`;
  });
  return Prisma.raw(`(CASE ${channel} ${cases.join(' ')} END)::bigint`);
}
