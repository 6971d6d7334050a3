import { expect, test } from "@jest/globals";
import { ask, DAY_MS, githubOf, jobWith, notice, runOf } from "./client.ts";
import type { GitHub } from "../../../sandbox/github/github.ts";

const PAGE = "https://github.com/bookshop/pipelines/actions/runs/7000000001";
const HISTORY = `
  query ($page: URI!, $type: CheckRunType) {
    resource(url: $page) {
      ... on WorkflowRun {
        workflow {
          name
          state
          runs(first: 100) {
            totalCount
            nodes {
              databaseId
              runNumber
              event
              url
              createdAt
              updatedAt
              checkSuite {
                status
                conclusion
                checkRuns(first: 50, filterBy: { checkType: $type }) {
                  nodes {
                    databaseId
                    name
                    status
                    conclusion
                    startedAt
                    completedAt
                    steps(first: 20) { nodes { number name conclusion } }
                    annotations(first: 50) { nodes { annotationLevel title message path } }
                  }
                }
              }
            }
          }
        }
      }
    }
  }`;

interface Check {
  readonly databaseId: number;
  readonly name: string;
  readonly conclusion: string | null;
  readonly annotations: { readonly nodes: readonly object[] };
}
interface History {
  readonly name: string;
  readonly runs: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly runNumber: number;
      readonly checkSuite: { readonly checkRuns: { readonly nodes: readonly Check[] } };
    }[];
  };
}

async function history(github: GitHub, type: "ALL" | "LATEST" = "ALL"): Promise<History> {
  const answer = await ask(github, HISTORY, { page: PAGE, type });
  expect(answer.errors).toBeUndefined();
  return (answer.data as { resource: { workflow: History } }).resource.workflow;
}

/** Each check run of the newest run as `job: title, title`. */
function jobsOf({ runs }: History): readonly string[] {
  const checks = runs.nodes[0]?.checkSuite.checkRuns.nodes ?? [];
  return checks.map(({ name, annotations }) => {
    const titles = annotations.nodes.map((one) => (one as { title: string }).title);
    return `${name}: ${titles.join(", ")}`;
  });
}

test("a run is given as its workflow's history shows it", async () => {
  const github = await githubOf();
  const startedAtMs = Date.parse("2026-11-22T06:20:00Z");
  const step = { name: "Run the pipeline", conclusion: "success", startedAtMs } as const;
  github.store.record(
    runOf(1, {
      jobs: [
        jobWith([notice("Orquestra: succeeded", "v=1 pipeline=daily attempt=1")], {
          startedAtMs,
          steps: [{ ...step, completedAtMs: startedAtMs + 70_000 }],
        }),
      ],
    }),
  );

  const { name, runs } = await history(github);
  expect(name).toBe("daily");
  expect(runs.nodes).toEqual([
    {
      databaseId: 7_000_000_001,
      runNumber: 1,
      event: "schedule",
      url: PAGE,
      createdAt: "2026-11-22T06:20:00Z",
      updatedAt: "2026-11-22T06:21:10Z",
      checkSuite: {
        status: "COMPLETED",
        conclusion: "SUCCESS",
        checkRuns: {
          nodes: [
            {
              databaseId: expect.any(Number),
              name: "pipeline",
              status: "COMPLETED",
              conclusion: "SUCCESS",
              startedAt: "2026-11-22T06:20:00Z",
              completedAt: "2026-11-22T06:21:10Z",
              steps: { nodes: [{ number: 1, name: "Run the pipeline", conclusion: "SUCCESS" }] },
              annotations: {
                nodes: [
                  {
                    annotationLevel: "NOTICE",
                    title: "Orquestra: succeeded",
                    message: "v=1 pipeline=daily attempt=1",
                    path: ".github",
                  },
                ],
              },
            },
          ],
        },
      },
    },
  ]);
});

test("a run at work has neither conclusion nor annotations, and gets them when it ends", async () => {
  const github = await githubOf();
  const jobs = [{ kind: "running", name: "pipeline", startedAtMs: 0 }] as const;
  github.store.record(runOf(1, { jobs }));
  const [atWork] = (await history(github)).runs.nodes;
  expect(atWork).toMatchObject({
    checkSuite: {
      status: "IN_PROGRESS",
      conclusion: null,
      checkRuns: { nodes: [{ status: "IN_PROGRESS", conclusion: null, completedAt: null }] },
    },
  });

  github.store.record(
    runOf(1, { jobs: [jobWith([notice("done", "")], { conclusion: "failure" })] }),
  );
  const [ended] = (await history(github)).runs.nodes;
  expect(ended).toMatchObject({ checkSuite: { conclusion: "FAILURE" } });
  const idOf = (run: typeof ended) => run?.checkSuite.checkRuns.nodes[0]?.databaseId;
  expect(idOf(ended)).toBe(idOf(atWork));
});

test("a job that was carried over has a check run of its own, without annotations", async () => {
  const github = await githubOf();
  const scrape = jobWith([notice("scraped", "")], { name: "scrape" });
  const failed = jobWith([notice("failed", "")], { name: "train", conclusion: "failure" });
  github.store.record(runOf(1, { jobs: [scrape, failed] }));
  const trained = jobWith([notice("trained", "")], { name: "train" });
  const carried = { kind: "carried-over", name: "scrape" } as const;
  github.store.record(runOf(1, { attempt: 2, jobs: [carried, trained] }));

  const all = await history(github);
  expect(jobsOf(all)).toEqual(["scrape: scraped", "train: failed", "scrape: ", "train: trained"]);
  expect(jobsOf(await history(github, "LATEST"))).toEqual(["scrape: ", "train: trained"]);
  const ids = all.runs.nodes[0]?.checkSuite.checkRuns.nodes.map(({ databaseId }) => databaseId);
  expect(new Set(ids).size).toBe(4);
  expect(all.runs.nodes[0]).toMatchObject({ checkSuite: { conclusion: "SUCCESS" } });
});

test("runs are gone once they are older than the repository keeps them", async () => {
  const github = await githubOf();
  const { store } = github;
  store.change({ retentionDays: 2 });
  const numbers = async () => (await history(github)).runs.nodes.map((run) => run.runNumber);
  for (const number of [3, 2, 1]) {
    store.record(runOf(number, { createdAtMs: store.nowMs - (3 - number) * DAY_MS }));
  }
  // The page must be that of a run which is still there.
  store.record(runOf(1, { createdAtMs: store.nowMs }));
  expect(await numbers()).toEqual([3, 1, 2]);

  store.moveTo(store.nowMs + 2 * DAY_MS);
  expect(await numbers()).toEqual([3, 1]);
  store.moveTo(store.nowMs + 1);
  expect(await ask(github, HISTORY, { page: PAGE })).toEqual({ data: { resource: null } });
});

test("each workflow has its own runs", async () => {
  const github = await githubOf();
  github.store.record(runOf(1));
  const workflow = { path: ".github/workflows/fleet.yml", name: "fleet" };
  github.store.record(runOf(2, { id: 8_000_000_001, workflow }));
  expect((await history(github)).runs.totalCount).toBe(1);
});

test("all levels of an action's annotations have GitHub's names, and 50 of a job are kept", async () => {
  const github = await githubOf();
  const levels = ["error", "warning", "notice"] as const;
  const annotations = levels.map((level) => ({ level, title: "", message: level }));
  const more = Array.from({ length: 60 }, () => notice("", "more"));
  github.store.record(runOf(1, { jobs: [jobWith([...annotations, ...more])] }));
  const [run] = (await history(github)).runs.nodes;
  const kept = run?.checkSuite.checkRuns.nodes[0]?.annotations.nodes;
  expect(kept?.slice(0, 3)).toMatchObject([
    { annotationLevel: "FAILURE", message: "error" },
    { annotationLevel: "WARNING", message: "warning" },
    { annotationLevel: "NOTICE", message: "notice" },
  ]);
  expect(kept).toHaveLength(50);
});
