/** What becomes of the workflow file of a working copy. */
export type Comparison =
  | { readonly kind: "absent" }
  | { readonly kind: "same" }
  /** This command wrote it without a commit, and nobody has touched it since: no run can start with it. */
  | { readonly kind: "unfinished" }
  | { readonly kind: "different"; readonly differences: Differences };

/** Few enough to be told, however much differs. */
export interface Differences {
  readonly named: readonly NamedDifference[];
  /** How many other lines are different. */
  readonly others: number;
}

export interface NamedDifference {
  readonly key: (typeof KEYS)[number];
  /** Undefined where only the other one has such a line. */
  readonly is: string | undefined;
  readonly wouldBe: string | undefined;
}

/** What decides whether, where and when a run starts. */
const KEYS = ["uses", "runs-on", "cron", "timezone"] as const;

/**
 * @param known what is there; undefined: nothing
 * @param wanted what this command would write
 * @param unpinned all that it would have written without knowing the commit
 */
export function compareWorkflow(
  known: string | undefined,
  wanted: string,
  unpinned: readonly string[],
): Comparison {
  if (known === undefined) return { kind: "absent" };
  // As git checks it out on Windows.
  const text = known.replaceAll("\r\n", "\n");
  if (text === wanted) return { kind: "same" };
  if (unpinned.includes(text)) return { kind: "unfinished" };
  return { kind: "different", differences: differencesOf(text, wanted) };
}

/** By the kind of the address. */
const RUNNERS: ReadonlySet<string | undefined> = new Set(["ubuntu-latest", "self-hosted"]);

/**
 * Whether nothing differs but what this command writes itself: the commit of the same action, and the
 * runner by the kind of the address. What else stands there is a team's own.
 */
export function isOurOwn({ named, others }: Differences): boolean {
  return others === 0 && named.every(isOurLine);
}

function isOurLine({ key, is, wouldBe }: NamedDifference): boolean {
  switch (key) {
    case "uses":
      return is !== undefined && actionOf(is) === actionOf(wouldBe);
    case "runs-on":
      return RUNNERS.has(is);
    case "cron":
    case "timezone":
      return false;
  }
}

/** `acme/orquestra`, of a line with a commit and its tag. */
function actionOf(uses = ""): string | undefined {
  return uses.split("@")[0];
}

function differencesOf(known: string, wanted: string): Differences {
  const removed = linesOnlyIn(known, wanted);
  const added = linesOnlyIn(wanted, known);
  const named = KEYS.map((key) => ({
    key,
    is: valueOf(key, removed),
    wouldBe: valueOf(key, added),
  })).filter(({ is, wouldBe }) => is !== undefined || wouldBe !== undefined);
  const told = (which: "is" | "wouldBe") => named.filter((one) => one[which] !== undefined).length;
  const others = Math.max(removed.length - told("is"), added.length - told("wouldBe"));
  return { named, others };
}

/** Each as often as the other one lacks it. */
function linesOnlyIn(text: string, other: string): readonly string[] {
  const left = new Map<string, number>();
  for (const line of other.split("\n")) left.set(line, (left.get(line) ?? 0) + 1);
  return text.split("\n").filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

/** Of the first line with this key. */
function valueOf(key: string, lines: readonly string[]): string | undefined {
  const pattern = new RegExp(`^\\s*(?:- )?${key}:\\s*(.*)$`);
  return lines.map((line) => pattern.exec(line)?.[1]).find((value) => value !== undefined);
}
