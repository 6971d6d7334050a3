import { storedAs } from "../report/words/places.ts";
import type { InputSource } from "../settings/inputs.ts";
import { readPreflightInputs } from "../settings/preflight.ts";
import { readSettings } from "../settings/read.ts";
import type { Placeless, SettingsProblem } from "../settings/settings.ts";
import type { Door } from "../text/plain.ts";
import type { Level } from "./review.ts";

/** In the place of what is kept in secrets, or is looked at elsewhere: it is there. */
const UNREADABLE: Readonly<Record<string, string>> = { username: "-", password: "-" };

/** What the variables of GitHub come to, as a run would read them. */
export interface Stored {
  /** Of everything but the address. */
  readonly problems: readonly SettingsProblem[];
  /** With a default in place of what is wrong. */
  readonly settings: Placeless;
}

/** @param read the names of variables that a workflow reads: the others are no matter of a run's */
export function readStored(
  levels: readonly Level[],
  read: ReadonlySet<string>,
  door: Door,
): Stored {
  const source: InputSource = {
    input: (name) =>
      UNREADABLE[name] ?? (read.has(storedAs(name)) ? storedInput(levels, name) : ""),
    workflow: "configure",
    job: "",
  };
  const settings = readSettings(source, door);
  const { problems } = readPreflightInputs(source, door);
  const found = [...(settings.kind === "invalid" ? settings.problems : []), ...problems];
  return {
    problems: found.filter(({ input }) => input !== "api-url"),
    settings: settings.kind === "valid" ? settings.settings : settings.manner,
  };
}

/** Empty where no variable has it, as an input that is not set. */
export function storedInput(levels: readonly Level[], input: string): string {
  const name = storedAs(input);
  return levels.map(({ kept }) => kept.variables.get(name)?.trim()).find(Boolean) ?? "";
}

/** With which every path of the books API begins. */
const API_PREFIX = "/api/v1";

/** Whether the address ends with what its paths begin with: a run would ask for both. */
export function isDoubled({ apiUrl, paths }: Placeless): boolean {
  if (!apiUrl?.pathname.endsWith(API_PREFIX)) return false;
  return paths.login.startsWith(`${API_PREFIX}/`);
}
