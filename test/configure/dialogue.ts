import { PASSWORD } from "./command.ts";
import type { Typed } from "./pseudo-terminal.ts";

/** That its address is private, and the runner a machine of the team's own. */
export const OWN_RUNNER = ["runner of your own work", "y"] as const;
/** No folder for the workflow file. */
export const NO_FILE = ["pipeline.yml into", ""] as const;

/** All that is asked before the settings are set, where the user is known. */
export function untilSet(url: string): readonly Typed[] {
  return [
    ["Address of the API", url],
    OWN_RUNNER,
    ["Its password", PASSWORD],
    ["Set this now?", ""],
  ];
}
