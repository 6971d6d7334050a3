import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { runActionOn } from "../../sandbox/github/run-action.ts";
import { runAction, type ActionRun } from "../../sandbox/runner.ts";
import type { TaskName } from "../../src/pipeline/names.ts";
import { USER } from "./api.ts";
import type { Case } from "./case.ts";
import type { Stage } from "./stage.ts";

const PEAK = fileURLToPath(new URL("peak.cjs", import.meta.url));

/** What became of a case. */
export interface Performed {
  readonly run: ActionRun;
  /** The most memory that the main step ever held; 0 where no kernel tells. */
  readonly peakMiB: number;
  readonly inputs: Readonly<Record<string, string>>;
}

/** Runs the bundle in the world of a case, where it goes wrong at one task. */
export async function performOn(
  stage: Stage,
  { wire, script: given, world = plainWorld, inputs: set }: Case,
  task: TaskName,
  language: string,
): Promise<Performed> {
  const script = wire ? { ...given, [task]: wire } : (given ?? {});
  const setting = await world(stage, script, task);
  const { url = "", env, preload, token, github, onLine, onStart } = setting;
  const inputs = { ...set, ...setting.inputs, language };
  const peakFile = await stage.file("0");
  const preloads = preload === undefined ? "" : importOf(preload);
  const options = {
    inputs: { "api-url": url, ...USER, ...inputs },
    env: {
      NODE_OPTIONS: `--require ${JSON.stringify(PEAK)} ${preloads}`,
      PEAK_FILE: peakFile,
      ...env,
    },
    ...(token === undefined ? {} : { token }),
    ...(onLine ? { onLine } : {}),
    ...(onStart ? { onStart } : {}),
  };
  const run = await (github ? runActionOn(github, { number: 108 }, options) : runAction(options));
  return { run, inputs, peakMiB: Number(await readFile(peakFile, "utf8")) / 1024 };
}

const plainWorld: NonNullable<Case["world"]> = async (stage, script) => {
  const { port } = await stage.api(script);
  return { url: `http://127.0.0.1:${port}` };
};

function importOf(code: string): string {
  return `--import data:text/javascript,${encodeURIComponent(code)}`;
}
