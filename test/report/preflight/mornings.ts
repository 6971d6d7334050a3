import type { Failure } from "../../../src/pipeline/failure.ts";
import { advance, newRun, type Run, type TaskEnd } from "../../../src/pipeline/run.ts";
import { preflight } from "../../../src/preflight/preflight.ts";
import type { Look, Tested } from "../../../src/preflight/ports.ts";
import type { Told } from "../../../src/report/preflight/told.ts";
import { loadPreflightWords } from "../../../src/report/words/preflight.ts";
import type { Language } from "../../../src/settings/settings.ts";
import type { Plain } from "../../../src/text/plain.ts";
import { JOB, LINE, lookOf, REPOSITORY, subjectOf } from "../../preflight/look.ts";
import { settingsWith, STARTED, storyOf } from "../stories.ts";

/** Preflights as a team lives them, told without a runner. */

const PAGES = {
  file: "https://github.com/acme/books/blob/HEAD/.github/workflows/pipeline.yml",
  workflow: "https://github.com/acme/books/actions/workflows/pipeline.yml",
  features: "https://github.com/acme/books/settings#features",
};

export interface Morning {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly jobMinutes?: number;
  /** How health and log-in ended, as far as they came. */
  readonly ends?: readonly ("ok" | Failure)[];
  readonly look?: Look;
  readonly tested?: Tested;
}

const AT = { host: "books.example.com" as Plain, address: "books.example.com:443" as Plain };
const ALERTS = {
  "notify-url": "https://hooks.example.com/T0PS3CR3T-T0PS3CR3T",
  "ping-url": "https://ping.example.com/T0PS3CR3T-T0PS3CR3T",
};

export const READY: Morning = {
  inputs: ALERTS,
  ends: ["ok", "ok"],
  tested: { notify: { kind: "delivered" }, ping: { kind: "delivered" } },
};

/** One thing in each place. */
export const WRONG: Morning = {
  inputs: { ...ALERTS, "max-drop": "much", "scrape-timeout": "soon" },
  jobMinutes: 30,
  ends: [
    { code: "api-unhealthy", seen: "api_status OK, db_status DOWN" as Plain },
    { code: "credentials-rejected", words: "Usuário ou senha inválidas" as Plain },
  ],
  look: lookOf({
    schedule: [{ ...LINE, cron: "0 6 * * *" as Plain, timeZone: "America/Bahia" as Plain }],
    jobs: [
      {
        ...JOB,
        permissions: { actions: "read" },
        timeoutMinutes: "${{ fromJSON(vars.ORQUESTRA_JOB_MINUTES || '60') }}",
      },
    ],
    repository: { ...REPOSITORY, hasIssues: false },
  }),
  tested: {
    notify: { kind: "not-delivered", why: { kind: "status", status: 404 } },
    ping: { kind: "not-delivered", why: { kind: "unreachable" } },
  },
};

/** Nobody can look at anything. */
export const BLIND: Morning = {
  ends: [{ code: "api-unreachable", reason: "refused", ...AT, detail: "" as Plain }],
  look: {
    repository: { kind: "unseen", why: "github-in-trouble" },
    file: { kind: "unseen", why: "no-contents" },
    state: { kind: "unseen", why: "no-actions" },
  },
};

/** Ready, and some of it worth a look. */
export const DOUBTFUL: Morning = { ends: ["ok", "ok"], look: lookOf({ schedule: [] }) };

export async function told(morning: Morning, language: Language = "en"): Promise<Told> {
  const subject = subjectOf(morning.inputs, { jobMinutes: morning.jobMinutes ?? "unset" });
  const { run, checks } = await preflight(
    subject,
    {
      askApi: () => Promise.resolve(runOf(morning.ends ?? [])),
      look: () => Promise.resolve(morning.look ?? lookOf()),
      testAlerts: () => Promise.resolve(morning.tested ?? {}),
    },
    new AbortController().signal,
  );
  const settings = subject.problems.length === 0 ? settingsWith({ language }) : undefined;
  const story = storyOf(run, { isPreflight: true, startedBy: "button", settings }, language);
  const words = await loadPreflightWords(language);
  return { story, checks, words, file: "pipeline.yml" as Plain, pages: PAGES };
}

function runOf(ends: readonly ("ok" | Failure)[]): Run {
  return ends.reduce(
    (run, end, index) => {
      const task = index === 0 ? "health" : "login";
      const ended: TaskEnd = end === "ok" ? { kind: "proved" } : { kind: "failed", failure: end };
      return advance(run, { kind: "task-ended", task, atMs: 180 * (index + 1), end: ended });
    },
    newRun(STARTED, ["health", "login"]),
  );
}
