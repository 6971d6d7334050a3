import { annotationsOf } from "../report/annotations.ts";
import { outputsOf } from "../report/outputs.ts";
import { storyResult, type Story } from "../report/story.ts";
import { summaryOf } from "../report/summary.ts";
import type { Runner } from "./runner.ts";
import type { Door } from "../text/plain.ts";

/**
 * Hands the report to the runner: outputs first, as a cancelled step has seconds left, then what
 * people read. What cannot be written is said in the log and changes nothing about the result.
 */
export async function publish(story: Story, runner: Runner, door: Door): Promise<void> {
  const written = async (what: "outputs" | "summary", write: () => void | Promise<void>) => {
    try {
      await write();
    } catch (error) {
      const why = door(error instanceof Error ? error.message : String(error));
      runner.info(story.words.log.notWritten(what, why));
    }
  };

  await written("outputs", () => {
    for (const [name, value] of Object.entries(outputsOf(story))) runner.setOutput(name, value);
  });
  for (const { level, title, message } of annotationsOf(story)) {
    runner.annotate(level, title, message);
  }
  await written("summary", () => runner.writeSummary(summaryOf(story)));
  runner.finish(storyResult(story) === "succeeded");
}
