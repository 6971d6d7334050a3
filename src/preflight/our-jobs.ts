import { actionUsed, type ActionHome } from "../settings/action-use.ts";
import { readSettings } from "../settings/read.ts";
import { SCRAPE, TRAIN, type Preset } from "../settings/presets.ts";
import type { Placeless, SettingsProblem } from "../settings/settings.ts";
import type { Door } from "../text/plain.ts";
import type { JobSeen, StepSeen, WorkflowSeen } from "./ports.ts";

/** A job that runs this action. */
export interface OurJob {
  readonly seen: JobSeen;
  readonly steps: readonly OurStep[];
}

export interface OurStep {
  /** Whether it calls the API; the doors that only report and watch do not. */
  readonly works: boolean;
  /** Whether it asks GitHub with the job's own token, which may do what the job may. */
  readonly asksAsJob: boolean;
  /** As it will read them: what its file leaves to an expression is as this preflight has it. */
  readonly settings: Placeless;
  /** What is wrong with those that stand in the file itself. */
  readonly problems: readonly SettingsProblem[];
  /** What it takes the schedule's time zone for; `undefined` where it does not ask, or only GitHub knows. */
  readonly zone: Zone | undefined;
}

export interface Zone {
  readonly name: string;
  /** It stands in the file itself, so that it is the same whatever starts a run. */
  readonly isFixed: boolean;
}

/** The step that runs now. */
export interface OwnStep {
  readonly input: (name: string) => string;
  /** The job whose very step it is, so that it knows what the expressions there are; absent in another. */
  readonly job?: string;
}

const ZONE = "schedule-timezone";
const JOB_TOKEN = /^(?:\$\{\{\s*(?:github\.token|secrets\.GITHUB_TOKEN)\s*\}\})?$/i;

export function ourJobs(
  { jobs }: WorkflowSeen,
  home: ActionHome,
  own: OwnStep,
  door: Door,
): readonly OurJob[] {
  return jobs
    .map((seen) => ({
      seen,
      steps: seen.steps.flatMap((step) => {
        const name = actionUsed(step.uses, home)?.door;
        if (name === undefined || name === "preflight") return [];
        const isOwn = name === "" && seen.id === own.job;
        return [ourStep(name, step, own.input, isOwn, door)];
      }),
    }))
    .filter(({ steps }) => steps.length > 0);
}

function ourStep(
  name: string,
  step: StepSeen,
  own: (input: string) => string,
  isOwn: boolean,
  door: Door,
): OurStep {
  const given = new Map(
    Object.entries(step.with).map(([key, value]) => [key.toLowerCase(), value]),
  );
  const isLeft = (key: string) => given.get(key)?.includes("${{") === true;
  const preset: Preset = { ...presetOf(name), "dry-run": "false" };
  const input = (key: string) =>
    preset[key] ?? (isLeft(key) ? own(key) : (given.get(key) ?? "").trim());

  const read = readSettings({ input, workflow: "", job: "" }, door);
  const settings = read.kind === "valid" ? read.settings : read.manner;
  const works = name === "" || name === "scrape" || name === "train";
  const problems = read.kind === "valid" || !works ? [] : read.problems;
  const asksZone = works || given.has(ZONE);
  // Other inputs come from variables that both read; what this one stands beside is in the file.
  const knowsZone = !isLeft(ZONE) || isOwn;
  return {
    works,
    asksAsJob: JOB_TOKEN.test(given.get("github-token") ?? ""),
    settings,
    problems: problems.filter((problem) => !isLeft(problem.input)),
    zone:
      asksZone && knowsZone
        ? { name: settings.scheduleTimeZone, isFixed: !isLeft(ZONE) }
        : undefined,
  };
}

function presetOf(name: string): Preset {
  switch (name) {
    case "scrape":
      return SCRAPE;
    case "train":
      return TRAIN;
    default:
      return {};
  }
}
