type Amounts = Readonly<{ inCentavos: string; outCentavos: string }>;
type Heights = Readonly<{ up: number; down: number }>;

/** How long each day's bars are, both on one scale so that up and down may be compared; what moved at all is seen. */
export function barHeights(days: readonly Amounts[], room: Heights): readonly Heights[] {
  const amounts = days.map(({ inCentavos, outCentavos }) => ({
    up: BigInt(inCentavos),
    down: BigInt(outCentavos),
  }));
  const highest = largest(amounts.map(({ up }) => up));
  const lowest = largest(amounts.map(({ down }) => down));
  // One scale for both: the one on which neither side grows out of its room.
  const perUnit = Math.min(scale(highest, room.up), scale(lowest, room.down));
  return amounts.map(({ up, down }) => ({ up: height(up, perUnit), down: height(down, perUnit) }));
}

function largest(values: readonly bigint[]): bigint {
  return values.reduce((most, value) => (value > most ? value : most), 0n);
}

function scale(most: bigint, room: number): number {
  // Only a length on screen, never an amount: a float is good enough here.
  return most === 0n ? Number.POSITIVE_INFINITY : room / Number(most);
}

function height(amount: bigint, perUnit: number): number {
  if (amount <= 0n) return 0;
  return Math.max(1, Math.round(Number(amount) * perUnit * 10) / 10);
}
