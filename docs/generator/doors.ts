import { isMap, parseDocument, type Document, type YAMLMap } from "yaml";

/** The folders of the doors, each with an action.yml of its own. */
export const DOORS = ["preflight", "scrape", "train", "report", "watch"] as const;
type Door = (typeof DOORS)[number];

/** Inputs that mean something else at a door than at the root action. */
const OWN: Readonly<Partial<Record<Door, readonly string[]>>> = {
  preflight: ["github-token"],
  scrape: ["github-token"],
  train: ["github-token"],
  report: ["ping-url", "github-token"],
  watch: ["pipeline", "history", "failure-issue", "notify-url", "github-token"],
};

export function isOwn(input: string, door: Door): boolean {
  return OWN[door]?.includes(input) ?? false;
}

/**
 * A door's action.yml in which every input and output that the root action has as well is described as
 * there, with the same default. What is the door's own stays, and so does its order.
 */
export function doorOf(name: Door, root: string, door: string): string {
  const from = parseDocument(root);
  const to = parseDocument(door);
  for (const kind of ["inputs", "outputs"] as const) {
    const known = mapAt(from, kind);
    for (const { key } of mapAt(to, kind).items) {
      const member = isOwn(String(key), name) ? undefined : known.get(key, true);
      if (member) mapAt(to, kind).set(key, member);
    }
  }
  return to.toString({ lineWidth: 100 });
}

function mapAt(document: Document, kind: string): YAMLMap {
  const map = document.get(kind);
  if (!isMap(map)) throw new Error(`an action without ${kind}`);
  return map;
}
