/** A path or a query says less than this of whom it belongs to. */
const MIN_CHARS = 9;

/**
 * What is secret of an address that is one: the parts of its path and its query that no other address
 * has. Its scheme and its host stand in many texts, and blanking them would blank those.
 */
export function secretsIn(address: string): readonly string[] {
  if (address === "") return [];
  const url = URL.parse(address);
  if (!url) return [address];
  const parts = [...url.pathname.split("/"), ...url.searchParams.values(), url.hash.slice(1)];
  return parts.filter((part) => part.length >= MIN_CHARS);
}
