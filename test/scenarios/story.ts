import { afterEach } from "@jest/globals";
import { runAction, type ActionOptions, type ActionRun } from "../../sandbox/runner.ts";
import { startSandbox, type Sandbox, type SandboxOptions } from "../../sandbox/sandbox.ts";

/** A user whose name and password can be told apart, and from everything else, in any output. */
export const USER = { username: "etl-user", password: "p4ss/w0rd & söns" };

const running: Sandbox[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.close()));
});

/** A sandbox of 20 books that ends with the test. */
export async function sandboxOf(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ books: 20, users: [USER], ...options });
  running.push(sandbox);
  return sandbox;
}

/** Runs the bundle, as GitHub's runner would, against an API at `url`. */
export function runAgainst(
  url: string,
  inputs: Readonly<Record<string, string>> = {},
  options: Omit<ActionOptions, "inputs"> = {},
): Promise<ActionRun> {
  return runAction({ inputs: { "api-url": url, ...USER, ...inputs }, ...options });
}

/** What the API heard, in order: `POST /api/v1/scrape/ 200`. */
export function callsTo(sandbox: Sandbox): readonly string[] {
  return sandbox.calls().map(({ method, path, status }) => `${method} ${path} ${status}`);
}

/**
 * The log as a story: durations, which differ from run to run, are blotted out.
 */
export function transcript(run: ActionRun): string {
  return run.log
    .filter((line) => line !== "")
    .map((line) =>
      line
        .replaceAll(/\d+(\.\d)?\u00a0(ms|s)\b/g, "⏱")
        .replaceAll(/(scrape|train)=\d+\.\d/g, "$1=⏱"),
    )
    .join("\n");
}

/** Everything that leaves the process, in one text. Masks are how a secret is announced to the runner. */
export function everythingSaid(run: ActionRun): string {
  const raw = run.raw.replaceAll(/^::add-mask::.*$/gm, "");
  return [raw, run.summary, JSON.stringify(run.outputs), JSON.stringify(run.annotations)].join(
    "\n",
  );
}
