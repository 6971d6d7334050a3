import { expect, test } from "@jest/globals";
import type { JobEntry } from "../../src/pipeline/joint.ts";
import type { JointStory } from "../../src/report/joint/story.ts";
import { composeJoint } from "../../src/runner/joint-reporter.ts";
import { JOINT_DAYS, jointStoryOf } from "../report/joint-days.ts";
import { door } from "../report/stories.ts";

const good = jointStoryOf(JOINT_DAYS["good"] ?? { jobs: [] });

/** A value that breaks whatever reads it. */
const broken = new Proxy(
  {},
  {
    get() {
      throw new Error("a mistake of ours");
    },
  },
);

test("a report that can be made is", () => {
  expect(composeJoint(good, { door })).toMatchObject({
    succeeded: true,
    outputs: { result: "succeeded" },
  });
});

test("a mistake in telling the jobs is told without them", () => {
  const end = { kind: "told", told: { entry: broken as JobEntry } } as const;
  const story: JointStory = { ...good, run: { ...good.run, jobs: [{ name: "scrape", end }] } };
  const { succeeded, outputs, summary } = composeJoint(story, { door });

  expect({ succeeded, outputs }).toMatchObject({
    succeeded: false,
    outputs: { result: "failed", "failure-code": "internal-error" },
  });
  expect(summary).toMatch(/^## ❌ Orquestra itself made a mistake\n[^]*a mistake of ours/);
});

test("a mistake in the words is told without them", () => {
  const { succeeded, outputs, summary } = composeJoint(
    { ...good, words: broken as JointStory["words"] },
    { door },
  );

  expect({ succeeded, outputs }).toEqual({
    succeeded: false,
    outputs: { result: "failed", "failure-code": "internal-error" },
  });
  expect(summary).toContain("a mistake of ours");
});
