import { expect, test } from 'vitest';

import { readCappedBody } from './read-capped-body';

function bodyOf(...sizes: readonly number[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const size of sizes) controller.enqueue(new Uint8Array(size).fill(97));
      controller.close();
    },
  });
}

test.each([
  ['nothing', [], 0, false],
  ['one byte', [1], 1, false],
  ['exactly the cap', [65_536], 65_536, false],
  ['exactly the cap in pieces', [40_000, 25_536], 65_536, false],
  ['one byte more', [65_537], 65_536, true],
  ['one byte more in a piece of its own', [65_536, 1], 65_536, true],
  ['far more', [60_000, 60_000, 60_000], 65_536, true],
] as const)('%s', async (_, sizes, length, tooLarge) => {
  const read = await readCappedBody(bodyOf(...sizes));
  expect({ length: read.bytes.byteLength, tooLarge: read.tooLarge }).toEqual({ length, tooLarge });
});

test('a request without a body is an empty one', async () => {
  expect((await readCappedBody(null)).bytes.byteLength).toBe(0);
});
