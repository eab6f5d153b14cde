/** A stream of numbers that depends on nothing but its seed text. */
export type Prng = Readonly<{
  /** A whole number from `least` to `most`, both included. */
  int: (least: number, most: number) => number;
  pick: <T>(from: readonly [T, ...T[]]) => T;
  /** True in so many of a thousand cases. */
  chance: (perMille: number) => boolean;
  /** One of the values, as often as its weight says. */
  weighted: <T>(from: readonly (readonly [T, number])[], otherwise: T) => T;
}>;

/** The stream of a seed; streams of different texts have nothing to do with one another. */
export function prng(seed: string): Prng {
  let state = hash(seed);

  // mulberry32
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  function int(least: number, most: number): number {
    return least + Math.floor((next() / 2 ** 32) * (most - least + 1));
  }

  return {
    int,
    pick: (from) => from[int(0, from.length - 1)] ?? from[0],
    chance: (perMille) => int(1, 1_000) <= perMille,
    weighted: (from, otherwise) => {
      let left = int(
        1,
        from.reduce((sum, [, weight]) => sum + weight, 0),
      );
      for (const [value, weight] of from) {
        left -= weight;
        if (left <= 0) return value;
      }
      return otherwise;
    },
  };
}

/** FNV-1a of a text, 32 bits. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
