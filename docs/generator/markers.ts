/** A section begins with `<!-- generated: NAME -->` and ends with `<!-- end -->`, each on its line. */
const SECTION = /^<!-- generated: (\S+) -->\n(?:[^]*?\n)??<!-- end -->$/gm;
const ANY_MARKER = /^<!-- (?:generated: \S+|end) -->$/gm;

/**
 * The page with every section written anew; what stands outside of them stays as it is.
 *
 * @throws Error when a marker has lost its other half: the text behind it would be overwritten
 */
export function fillSections(page: string, write: (name: string) => string): string {
  const sections = page.match(SECTION) ?? [];
  const markers = page.match(ANY_MARKER) ?? [];
  if (sections.length === 0 || markers.length !== sections.length * 2) {
    throw new Error(`${sections.length} generated sections, but ${markers.length} markers`);
  }
  return page.replace(
    SECTION,
    (_, name: string) => `<!-- generated: ${name} -->\n\n${write(name)}\n\n<!-- end -->`,
  );
}
