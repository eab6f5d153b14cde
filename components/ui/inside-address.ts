import type { Route } from 'next';

/** Whether an address stays inside the product: a path, a query or a fragment, never another site. */
export function isInside(href: string): href is Route {
  return /^(?:\/(?![/\\])|[?#])/u.test(href);
}
