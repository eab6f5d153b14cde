import { expect, test } from 'vitest';

import { barHeights } from './bar-heights';

const ROOM = { up: 150, down: 24 };

test('the largest day fills its room and the others keep their proportion', () => {
  expect(
    barHeights(
      [
        { inCentavos: '100000', outCentavos: '10000' },
        { inCentavos: '50000', outCentavos: '0' },
      ],
      ROOM,
    ),
  ).toEqual([
    { up: 150, down: 15 },
    { up: 75, down: 0 },
  ]);
});

test('up and down stay on one scale when more goes out than comes in', () => {
  expect(barHeights([{ inCentavos: '100000', outCentavos: '200000' }], ROOM)).toEqual([{ up: 12, down: 24 }]);
});

test('a single centavo is still seen, and nothing is nothing', () => {
  expect(
    barHeights(
      [
        { inCentavos: '1', outCentavos: '0' },
        { inCentavos: '900000000', outCentavos: '0' },
      ],
      ROOM,
    ),
  ).toEqual([
    { up: 1, down: 0 },
    { up: 150, down: 0 },
  ]);
  expect(barHeights([{ inCentavos: '0', outCentavos: '0' }], ROOM)).toEqual([{ up: 0, down: 0 }]);
  expect(barHeights([], ROOM)).toEqual([]);
});
