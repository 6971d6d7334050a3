import type { ActionRun } from "../runner.ts";
import { filesOf, INDEX, issueFile, writeAttempt } from "./folder.ts";
import { headlineOf } from "./headline.ts";
import { endingOf, type PlayedAttempt } from "./played.ts";
import type { PlannedDay, RunDay } from "./plan.ts";
import { writeIssue } from "./issue-page.ts";
import type { Voice } from "./voice.ts";
import type { World } from "./world.ts";

/** An attempt that has just ended. */
export interface EndedAttempt {
  readonly attempt: number;
  readonly isLast: boolean;
  readonly startedAtMs: number;
  readonly run: ActionRun;
  /** The page of the whole run on GitHub. */
  readonly url: string;
  /** What there is of issues by now. */
  readonly issues: ReturnType<World["issues"]>;
}

/** Leaves the summary of each attempt as a page that leads to those of the other days. */
export class Chronicle {
  readonly #runDays: readonly RunDay[];
  readonly #voice: Voice;
  /** From the pages of runs on GitHub to ours. */
  readonly #detours = new Map<string, string>();

  constructor(plan: readonly PlannedDay[], voice: Voice) {
    this.#runDays = plan.filter((planned) => planned.kind === "run");
    this.#voice = voice;
  }

  async keep(planned: RunDay, ended: EndedAttempt): Promise<PlayedAttempt> {
    const { attempt, isLast, startedAtMs, run, url, issues } = ended;
    const played = { attempt, startedAtMs, ending: endingOf(run) };
    if (run.summary === "") return played;

    for (const { issue, url: page } of issues) {
      this.#detours.set(page, fromDay(issueFile(issue.number)));
    }
    const files = filesOf(planned.day, isLast);
    await writeAttempt(files, run.summary, {
      title: this.#titleOf(planned, ended),
      note: this.#voice.words.page.sandbox,
      lang: this.#voice.language,
      neighbours: this.#neighboursOf(planned, isLast),
      detours: this.#detours,
    });
    // Afterwards, as the run itself asks its reader to run it again, which no page of ours can do.
    this.#detours.set(url, fromDay(files.page));
    this.#detours.set(`${url}/attempts/${attempt}`, fromDay(files.page));
    const headline = await headlineOf(run.summary);
    return { ...played, page: files.page, ...(headline !== undefined && { headline }) };
  }

  /** Leaves each issue as a page, once all days are over. */
  async keepIssues(issues: EndedAttempt["issues"]): Promise<void> {
    const detours = new Map([...this.#detours].map(([url, page]) => [url, fromIndex(page)]));
    for (const { issue } of issues) await writeIssue(issue, detours, this.#voice);
  }

  #titleOf({ day, startsAtMs, againAtMs }: RunDay, { isLast }: EndedAttempt): string {
    const { words, format } = this.#voice;
    const { firstAttempt, secondAttempt } = words.page;
    const attempt = isLast ? secondAttempt : firstAttempt;
    const parts = [words.day(day), format.date(startsAtMs)];
    return [...parts, ...(againAtMs === undefined ? [] : [attempt])].join(" · ");
  }

  #neighboursOf({ day, againAtMs }: RunDay, isLast: boolean) {
    const { words } = this.#voice;
    const { allDays, otherPages, firstAttempt, secondAttempt } = words.page;
    const link = (text: string, page: string) => ({ text, href: fromDay(page) });
    const before = this.#runDays.findLast((other) => other.day < day);
    const after = this.#runDays.find((other) => other.day > day);
    const other = isLast ? firstAttempt : secondAttempt;
    return {
      label: otherPages,
      links: [
        link(allDays, INDEX),
        ...(before ? [link(`← ${words.day(before.day)}`, filesOf(before.day, true).page)] : []),
        ...(after ? [link(`${words.day(after.day)} →`, filesOf(after.day, true).page)] : []),
        ...(againAtMs === undefined ? [] : [link(other, filesOf(day, !isLast).page)]),
      ],
    };
  }
}

/** How the index and what lies beside it name what {@link fromDay} does. */
function fromIndex(file: string): string {
  return file.replace(/^\.\.\//u, "");
}

/** How the page of a day names another file of the month. */
function fromDay(file: string): string {
  return `../${file}`;
}
