import { cutShort, lostTrack } from "../pipeline/cut-short.ts";
import { plannedRun } from "../pipeline/pipeline.ts";
import { advance, type Note, type Run } from "../pipeline/run.ts";
import type { Settings } from "../settings/settings.ts";
import type { LeftJournal } from "./left-journal.ts";
import { PARTS } from "./publish.ts";

/**
 * The run of a step whose journal is left. One that people have been told of is as it was told; one that
 * was killed before that never counts as a success.
 */
export function retell(
  left: Exclude<LeftJournal, { readonly kind: "none" }>,
  settings: Settings,
  now: Date,
): Run {
  switch (left.kind) {
    case "read": {
      const { startedAt, events, ticks } = left;
      const run = events.reduce(advance, plannedRun(settings, startedAt));
      if (isTold(left)) {
        const { failure } = ticks[0] ?? {};
        return failure ? { ...run, failure } : run;
      }
      // GitHub runs a post step right after the kill, as the steps between are skipped. The wall clock
      // is all that both processes have; one that was set back must not undo what took its time.
      const atMs = Math.max(now.getTime() - startedAt.getTime(), ...endsOf(run));
      return withNote(cutShort(run, atMs), { kind: "told-late", journal: "read" });
    }
    case "unreadable":
      return withNote(lostTrack(plannedRun(settings, now)), {
        kind: "told-late",
        journal: "unreadable",
      });
  }
}

/** Whether people have read all of it, and only others have not been told. */
function isTold({ ticks }: Extract<LeftJournal, { readonly kind: "read" }>): boolean {
  return PARTS.every((part) => ticks.some((tick) => tick.part === part));
}

/** What is known of when something in the run began or ended. */
function endsOf(run: Run): readonly number[] {
  return run.tasks.map((task) => {
    const startedMs = "startedMs" in task ? task.startedMs : 0;
    return startedMs + ("tookMs" in task ? task.tookMs : 0);
  });
}

function withNote(run: Run, note: Note): Run {
  return { ...run, notes: [...run.notes, note] };
}
