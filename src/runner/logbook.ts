import { newRun, type Run, type RunEvent } from "../pipeline/run.ts";
import { heartbeatLine, logLineOf, openingLines } from "../report/log.ts";
import { clock } from "./clock.ts";
import type { Step } from "./step.ts";

/** A log without a line for longer looks dead to whoever watches it. */
const HEARTBEAT_MS = 30_000;

/** Writes the step's log while the run goes on. */
export interface Logbook {
  write(event: RunEvent, run: Run): void;
  close(): void;
}

export function openLogbook({ tell, runner, words }: Step, cancelled: AbortSignal): Logbook {
  const first = tell(newRun(clock.today(), []));
  openingLines(first).forEach((line) => runner.info(line));
  let story = first;
  let taskStartedAt = clock.nowMs();
  const heartbeat = setInterval(() => {
    const line = heartbeatLine(story, clock.nowMs() - taskStartedAt);
    if (line !== undefined) runner.info(line);
  }, HEARTBEAT_MS);
  // Nor may it keep a process at work that waits for nothing any more.
  heartbeat.unref();
  cancelled.addEventListener("abort", () => runner.info(words.log.cancelling));
  // The first use of Intl takes 15 ms: spent while the API works rather than when it has answered.
  setImmediate(() => first.format.day(first.run.startedAt));

  return {
    write(event, run) {
      story = tell(run);
      if (event.kind === "task-started") taskStartedAt = clock.nowMs();
      const line = logLineOf(event, story);
      runner[line.level](line.text);
    },
    close: () => clearInterval(heartbeat),
  };
}
