import type { Door } from "../text/plain.ts";
import { readSettings } from "../settings/read.ts";
import type { Settings } from "../settings/settings.ts";
import type { Level } from "./review.ts";
import { storedInput } from "./stored-settings.ts";
import type { AddressProblem } from "./trouble.ts";
import type { Values } from "./values.ts";

/**
 * What a try from here may take: somebody waits for it at the keyboard. A log-in that is refused
 * a connection is tried once more.
 */
const PATIENCE: Readonly<Record<string, string>> = {
  "login-timeout": "10s",
  "warm-up": "5s",
  "read-timeout": "5s",
  retries: "1",
};

/** What a try from here calls. */
const CALLED = ["login-path", "health-path"] as const;

/**
 * The settings that a run with these values would have, as far as the address lets it.
 *
 * @param levels where a team may have set other paths
 */
export function settingsWith(
  values: Values,
  allowsPlainHttp: boolean,
  door: Door,
  levels: readonly Level[] = [],
): { readonly settings: Settings } | { readonly problem: AddressProblem } {
  const inputs: Readonly<Record<string, string>> = {
    ...PATIENCE,
    ...Object.fromEntries(CALLED.map((name) => [name, storedInput(levels, name)])),
    "api-url": values.API_URL.value,
    username: values.API_USERNAME.value,
    password: values.API_PASSWORD.value,
    "allow-plain-http": String(allowsPlainHttp),
  };
  const source = { input: (name: string) => inputs[name] ?? "", workflow: "configure", job: "" };
  const read = readSettings(source, door);
  if (read.kind === "valid") return { settings: read.settings };
  const problem = read.problems.find(({ input }) => input === "api-url");
  // All other inputs are ours, and right, but for a path, of which a review tells.
  return problem
    ? { problem: problem as AddressProblem }
    : settingsWith(values, allowsPlainHttp, door);
}

/** What is wrong with an address alone. */
export function addressProblem(
  url: string,
  allowsPlainHttp: boolean,
  door: Door,
): AddressProblem | undefined {
  const any = { value: "-", source: "option" } as const;
  const values = { API_URL: { ...any, value: url }, API_USERNAME: any, API_PASSWORD: any };
  const read = settingsWith(values, allowsPlainHttp, door);
  return "problem" in read ? read.problem : undefined;
}
