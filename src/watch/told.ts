/**
 * What a watch leaves behind for the next ones: notices that name the pipelines of which the webhook has
 * heard.
 *
 * title `Orquestra: told`, message `v=1 notify-url=["north","south"]`
 */
export interface EarlierWatch {
  /** When its job began. */
  readonly at: Date;
  /** The pipelines of which it has told the webhook. */
  readonly told: readonly string[];
  /** Whether it warned that an alert of its own did not arrive. */
  readonly hasFailed: boolean;
}

export const TOLD_TITLE = "Orquestra: told";
const BEGIN = "v=1 notify-url=";
/** The runner keeps 4,096 characters of an annotation, and ten of a kind; a name has up to 200. */
const NAMES_EACH = 10;

/** The messages under that title; none where nobody was told. */
export function toldLines(pipelines: readonly string[]): readonly string[] {
  return pipelines.flatMap((_, index) =>
    index % NAMES_EACH === 0
      ? [`${BEGIN}${JSON.stringify(pipelines.slice(index, index + NAMES_EACH))}`]
      : [],
  );
}

/** Strict, as anyone who can run a workflow can write an annotation: what is not ours names nobody. */
export function parseTold(message: string): readonly string[] {
  if (!message.startsWith(BEGIN)) return [];
  try {
    const names: unknown = JSON.parse(message.slice(BEGIN.length));
    return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
  } catch {
    return [];
  }
}
