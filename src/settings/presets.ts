/** Inputs that a door settles, by their names, whatever the workflow says. */
export type Preset = Readonly<Record<string, string>>;

/** The whole pipeline. A preflight of it looks at the workflow that it is itself in. */
export const ROOT: Preset = { workflow: "self", "job-minutes": "untold", "test-alerts": "false" };

/** From health to the gate. */
export const SCRAPE: Preset = { tasks: "scrape" };

/** From the log-in to verify: whether the API is healthy the scrape has seen. */
export const TRAIN: Preset = { tasks: "train", "health-path": "none" };

/** Everything but the work itself. */
export const PREFLIGHT: Preset = { "dry-run": "true" };
