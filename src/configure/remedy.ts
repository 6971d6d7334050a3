import { storedAs } from "../report/words/places.ts";
import type { Finding } from "./finding.ts";
import type { Place } from "./place.ts";
import { PLAIN_HTTP_VARIABLE } from "./plan.ts";
import type { Level } from "./review.ts";

type At = Pick<Place, "repository" | "environment">;

/** One thing that `gh` does to a setting. */
export interface Change {
  readonly of: "variable" | "secret";
  readonly name: string;
  /** Undefined: it is deleted. */
  readonly to: string | undefined;
}

/** Stands for a value that only the person knows. */
const THEIR_CHOICE = "…";

/** What mends it, where that is one setting which this command leaves alone. */
export function remedyOf(finding: Finding): Change | undefined {
  const variable = (name: string, to?: string): Change => ({ of: "variable", name, to });
  switch (finding.kind) {
    case "missing":
      return finding.name === PLAIN_HTTP_VARIABLE ? variable(finding.name, "true") : undefined;
    case "setting-refused":
      return variable(storedAs(finding.problem.input), THEIR_CHOICE);
    case "address-as-secret":
      return { of: "secret", name: "API_URL", to: undefined };
    case "password-as-variable":
      return variable("API_PASSWORD");
    case "unread":
      return variable(finding.name);
    case "needless-plain-http":
      return variable(PLAIN_HTTP_VARIABLE);
    case "paused":
      return variable("ORQUESTRA_PAUSED");
    default:
      return undefined;
  }
}

/** As a line for a shell, for the place that holds the setting, or else for the one that is set up. */
export function ghLine({ of, name, to }: Change, levels: readonly Level[], at: At): string {
  const store = of === "variable" ? "variables" : "secrets";
  const where = levels.find(({ kept }) => kept[store].has(name))?.where;
  const what = to === undefined ? `delete ${name}` : `set ${name} --body ${to}`;
  return `gh ${of} ${what} ${holderOf(where, at)}`;
}

function holderOf(where: Level["where"] | undefined, { repository, environment }: At): string {
  const { pageUrl, fullName } = repository;
  // On another host than github.com, `gh` wants its name before.
  const repo = `--repo ${pageUrl.replace(/^https?:\/\/(?:github\.com\/)?/, "")}`;
  switch (where) {
    case "organization":
      return `--org ${fullName.split("/")[0]}`;
    case "repository":
      return repo;
    case "environment":
    case undefined:
      return environment === undefined ? repo : `${repo} --env ${quoted(environment)}`;
  }
}

/** As a POSIX shell takes it. */
function quoted(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
