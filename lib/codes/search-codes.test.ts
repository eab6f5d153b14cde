import { expect, test } from 'vitest';

import { type Searchable, searchCodes } from './search-codes';

const CODES: readonly Searchable[] = [
  { code: '1006', who: 'you', words: ['Balance too low', 'Top up the balance'] },
  { code: '1509', who: 'you', words: ['Older than 60 days', 'transaction older than 60 days'] },
  { code: '10005', who: 'customer', words: ['Receiving account wrong', 'Señor'] },
];

function found(q: string, who?: Searchable['who']) {
  return searchCodes(CODES, { q, who }).map(({ code }) => code);
}

test('finds numbers whatever their sign, and parts of numbers', () => {
  expect(found('1509')).toEqual(['1509']);
  expect(found('-10005')).toEqual(['10005']);
  expect(found('-0010005')).toEqual(['10005']);
  expect(found('100')).toEqual(['1006', '10005']);
});

test('finds words in any order, without regard to case and accents', () => {
  expect(found('BALANCE low')).toEqual(['1006']);
  expect(found('days older')).toEqual(['1509']);
  expect(found('senor')).toEqual(['10005']);
  expect(found('balance days')).toEqual([]);
});

test('narrows to who can fix it, with and without a search', () => {
  expect(found('', 'you')).toEqual(['1006', '1509']);
  expect(found('10', 'customer')).toEqual(['10005']);
  expect(found('')).toEqual(['1006', '1509', '10005']);
});
