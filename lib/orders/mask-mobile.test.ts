import { expect, test } from 'vitest';

import { maskMobile } from './mask-mobile';

test.each([
  ['09170000007', '0917 ••• ••07'],
  ['+639170000007', '+63917 ••• ••07'],
  ['0917****001', '•••'],
  ['12', '•••'],
  ['', '•••'],
])('%s is shown as %s', (mobile, shown) => {
  expect(maskMobile(mobile)).toBe(shown);
});
