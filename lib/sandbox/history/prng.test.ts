import { expect, test } from 'vitest';
import { hash, prng } from './prng';

function draw(seed: string): number[] {
  const random = prng(seed);
  return Array.from({ length: 6 }, () => random.int(1, 1000));
}

test('a seed gives the same numbers for ever', () => {
  expect(hash('7 2026-01-15 sales')).toBe(1996072153);
  expect(draw('7')).toEqual([592, 705, 517, 446, 79, 32]);
});

test('another seed gives others', () => {
  expect(draw('8')).not.toEqual(draw('7'));
});

test('whole numbers stay inside their bounds and reach both', () => {
  const random = prng('bounds');
  const drawn = new Set(Array.from({ length: 200 }, () => random.int(3, 5)));
  expect([...drawn].sort()).toEqual([3, 4, 5]);
});

test('weights decide how often', () => {
  const random = prng('weights');
  const drawn = Array.from({ length: 1000 }, () =>
    random.weighted(
      [
        ['a', 9],
        ['b', 1],
      ],
      'c',
    ),
  );
  const often = drawn.filter((value) => value === 'a').length;
  expect(often).toBeGreaterThan(850);
  expect(drawn).not.toContain('c');
});
