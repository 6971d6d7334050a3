import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { runAction, type ActionRun } from "../../sandbox/runner.ts";
import { TASK_NAMES, type TaskName } from "../../src/pipeline/names.ts";
import { USER, type Script } from "./api.ts";
import type { Case, End, FaultClass, Said } from "./case.ts";
import { expectOrderly, secretsIn } from "./orderly.ts";
import { Stage, type Setting } from "./stage.ts";

/** What a whole run may hold at its peak, an answer of 200 MB included. */
const MAX_PEAK_MIB = 100;
/** What a loaded machine may add to the time-outs that a case sets. */
const MARGIN_MS = 20_000;

const PEAK = fileURLToPath(new URL("peak.cjs", import.meta.url));
const LANGUAGES = ["en", "pt-BR"] as const;
type Language = (typeof LANGUAGES)[number];

interface Played {
  readonly case: Case;
  readonly task: TaskName;
  readonly end: End;
  readonly language: Language;
}

/** A test for each case and each task at which it strikes; each sentence once in Portuguese, too. */
export function play({ cases }: FaultClass): void {
  const named = cases.flatMap(playedIn).map((played) => [nameOf(played), played] as const);
  test.concurrent.each(named)("%s", async (_, played) => {
    const stage = new Stage();
    try {
      await expectEnd(played, stage);
    } finally {
      await stage.end();
    }
  });
}

function playedIn(one: Case): readonly Played[] {
  const said = new Set<string>();
  return TASK_NAMES.flatMap((task): Played[] => {
    const end = one.ends[task];
    if (end === undefined) return [];
    const [sentence] = end.reads ?? one.reads;
    const languages = said.has(sentence) ? (["en"] as const) : LANGUAGES;
    said.add(sentence);
    return languages.map((language) => ({ case: one, task, end, language }));
  });
}

function nameOf({ case: { what, ends }, task, language }: Played): string {
  const at = Object.keys(ends).length > 1 ? `, at ${task}` : "";
  return `${what[0]}${at}${language === "en" ? "" : ` (${language})`}`;
}

async function expectEnd({ case: one, task, end, language }: Played, stage: Stage): Promise<void> {
  const script: Script = one.wire ? { ...one.script, [task]: one.wire } : (one.script ?? {});
  const setting = one.world
    ? await one.world(stage, script, task)
    : await plainWorld(stage, script);
  const inputs = { ...one.inputs, ...setting.inputs, language };
  const { run, peakMiB } = await runBundle(setting, inputs, stage);

  expect(seenOf(run)).toEqual(expectedOf(end, task));
  expect(callsOf(stage, end)).toEqual({ scrape: end.calls[0], train: end.calls[1], ...end.heard });
  expect(run.summary.replaceAll("\u00a0", " ")).toContain(
    wordsIn(language, end.reads ?? one.reads),
  );
  await expectOrderly(run);
  const { password } = { ...USER, ...inputs };
  const tokens = stage.apis.flatMap((api) => api.tokens);
  expect(secretsIn(run, [password, ...tokens, ...run.masks, ...(one.secrets ?? [])])).toEqual([]);
  for (const text of one.unsaid ?? []) expect(`${run.raw}${run.summary}`).not.toContain(text);
  expect(run.durationMs).toBeLessThan(deadlineMs(inputs));
  expect(peakMiB).toBeLessThan(MAX_PEAK_MIB);
  if (one.waitsMs !== undefined) expect(firstPauseMs(stage, task)).toBeGreaterThan(one.waitsMs);
  one.also?.(run);
}

async function plainWorld(stage: Stage, script: Script): Promise<Setting> {
  const { port } = await stage.api(script);
  return { url: `http://127.0.0.1:${port}` };
}

async function runBundle(
  { url = "", env, preload, onLine, token }: Setting,
  inputs: Readonly<Record<string, string>>,
  stage: Stage,
): Promise<{ readonly run: ActionRun; readonly peakMiB: number }> {
  const peakFile = await stage.file("0");
  const preloads = preload === undefined ? "" : dataUrl(preload);
  const run = await runAction({
    inputs: { "api-url": url, ...USER, ...inputs },
    env: {
      NODE_OPTIONS: `--require ${JSON.stringify(PEAK)} ${preloads}`,
      PEAK_FILE: peakFile,
      ...env,
    },
    ...(onLine ? { onLine } : {}),
    ...(token === undefined ? {} : { token }),
  });
  return { run, peakMiB: Number(await readFile(peakFile, "utf8")) / 1024 };
}

function dataUrl(code: string): string {
  return `--import data:text/javascript,${encodeURIComponent(code)}`;
}

/** Every place in which the end of a run is told. */
function seenOf(run: ActionRun) {
  const { result, "failed-task": task, "failure-code": code } = run.outputs;
  const level = (name: string) => run.annotations.filter((one) => one.level === name);
  return {
    exit: [run.exitCode, run.signal, run.post?.exitCode],
    outputs: [result, task, code],
    errors: level("error").length,
    notices: level("notice").map(({ title }) => title),
    headline: run.summary.slice(0, run.summary.indexOf(" ", 3)),
    headlines: run.summary.match(/^## /gm)?.length,
  };
}

const MARKS = { succeeded: "✅", failed: "❌", unknown: "❓", cancelled: "⏹️" } as const;

function expectedOf({ result, code, task: given }: End, at: TaskName): ReturnType<typeof seenOf> {
  const isGood = result === "succeeded";
  return {
    exit: [isGood ? 0 : 1, null, 0],
    outputs: [result, isGood ? "" : (given ?? at), code],
    errors: isGood ? 0 : 1,
    notices: [`Orquestra: ${result}`],
    headline: `## ${MARKS[result]}`,
    headlines: 1,
  };
}

function firstPauseMs({ apis }: Stage, task: TaskName): number {
  const [first = Number.NaN, second = Number.NaN] = apis.flatMap((api) => api.heardAtMs[task]);
  return second - first;
}

/** What the API got; the sandbox tells it by method and path. */
function callsOf(
  { apis, sandboxes }: Stage,
  { heard = {} }: End,
): Partial<Record<TaskName, number>> {
  const tasks = [...new Set<TaskName>(["scrape", "train", ...(Object.keys(heard) as TaskName[])])];
  const logged = sandboxes.flatMap((sandbox) => sandbox.calls().map(({ path }) => path));
  const count = (task: TaskName) =>
    apis.reduce((sum, api) => sum + api.heardAtMs[task].length, 0) +
    logged.filter((path) => path === PATHS[task]).length;
  return Object.fromEntries(tasks.map((task) => [task, count(task)]));
}

const PATHS: Partial<Record<TaskName, string>> = {
  health: "/api/v1/health/",
  login: "/api/v1/auth/login",
  scrape: "/api/v1/scrape/",
  train: "/api/v1/ml/training-data",
  verify: "/api/v1/ml/features",
};

function wordsIn(language: Language, [en, ptBR]: Said): string {
  return language === "en" ? en : ptBR;
}

/** All the time-outs that a case sets, one after the other, and the margin. */
function deadlineMs(inputs: Readonly<Record<string, string>>): number {
  const seconds = Object.entries(inputs)
    .filter(([name]) => name === "warm-up" || name.endsWith("-timeout"))
    .map(([, value]) => Number(/^(\d+)s$/.exec(value)?.[1] ?? 0));
  return seconds.reduce((sum, some) => sum + some, 0) * 1000 + MARGIN_MS;
}
