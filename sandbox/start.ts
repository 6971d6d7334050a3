import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { BAD_USE_EXIT_CODE, explainBadUse } from "./command-line.ts";
import type { MonthOptions } from "./month/options.ts";
import { clearOut, OUT } from "./out.ts";
import { renderPage } from "./page/page.ts";
import { runAction, type ActionRun } from "./runner.ts";
import { startSandbox } from "./sandbox.ts";
import { playMonth } from "./month/play.ts";
import { OWN_RUNNER, USER, WARM_UP } from "./start/defaults.ts";
import { haveGoodDay } from "./start/good-day.ts";
import { COMMAND, HELP, readArguments, type StartOptions } from "./start/options.ts";
import { verdict } from "./start/verdict.ts";
import { WORDS } from "./start/words.ts";

/** What shells report for a command that SIGINT ended. */
const INTERRUPTED_EXIT_CODE = 130;
const FILES = { markdown: join(OUT, "summary.md"), page: join(OUT, "summary.html") };

const say = (text: string) => process.stdout.write(`${text}\n`);
const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => interrupted.abort());

try {
  const options = readArguments(process.argv.slice(2), process.env);
  if (options === "help") process.stdout.write(HELP);
  else
    process.exitCode = options.month ? await playDays(options, options.month) : await play(options);
} catch (error) {
  const mistake = explainBadUse(error, COMMAND);
  if (mistake !== undefined) {
    process.stderr.write(`${mistake}\nSee npm start -- --help.\n`);
    process.exitCode = BAD_USE_EXIT_CODE;
  } else if (interrupted.signal.aborted) process.exitCode = INTERRUPTED_EXIT_CODE;
  else throw error;
}

/** Plays a month; whatever its days bring, it was played. */
async function playDays(options: StartOptions, month: MonthOptions): Promise<number> {
  const command = [COMMAND, "--", ...process.argv.slice(2)].join(" ");
  await playMonth(options, month, { say, command, signal: interrupted.signal });
  return interrupted.signal.aborted ? INTERRUPTED_EXIT_CODE : 0;
}

/** Runs the very action that GitHub runs, against a sandbox of its own; returns the exit code. */
async function play({ language, faults, ...options }: StartOptions): Promise<number> {
  const words = WORDS[language];
  const sandbox = await startSandbox({ ...options, users: [USER] });
  try {
    say(words.ready(options.books, sandbox.url));
    if (faults.length > 0) {
      await haveGoodDay(sandbox.url, USER, interrupted.signal);
      sandbox.setFaults(faults);
      say(words.yesterday(faults));
    }
    say("");
    const run = await runAction({
      inputs: { "api-url": sandbox.url, ...USER, language, "warm-up": WARM_UP },
      env: OWN_RUNNER,
      signal: interrupted.signal,
      onLine: say,
    });
    await leaveSummary(run, language);
    say(`\n${verdict(run, FILES, words)}`);
    return run.outcome === "success" ? 0 : run.exitCode || 1;
  } finally {
    await sandbox.close();
  }
}

async function leaveSummary({ summary }: ActionRun, lang: StartOptions["language"]): Promise<void> {
  await clearOut();
  if (summary === "") return;
  await mkdir(OUT, { recursive: true });
  await writeFile(FILES.markdown, summary);
  await writeFile(FILES.page, await renderPage(summary, { title: WORDS[lang].title, lang }));
}
