/** The address of a page as Next hands it over, as what every filter reads; a name that stands twice is kept twice. */
export function toUrlSearch(
  params: Readonly<Record<string, string | readonly string[] | undefined>>,
): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) search.append(name, one);
  }
  return search;
}
