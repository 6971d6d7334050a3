/** An annotation as GitHub's GraphQL gives it. */
export interface GivenAnnotation {
  readonly title: string | null;
  readonly message: string;
  readonly annotationLevel: string | null;
}

export function ledgerAnnotation(result: string, message: string): GivenAnnotation {
  return { title: `Orquestra: ${result}`, message, annotationLevel: "NOTICE" };
}

/** The answer to our query for runs of a workflow, newest first; each with one list per check run. */
export function historyAnswer(runs: readonly (readonly (readonly GivenAnnotation[])[])[]): object {
  const nodes = runs.map((checkRuns, run) => ({
    databaseId: 1000 - run,
    runNumber: 100 - run,
    url: `https://github.com/acme/books/actions/runs/${1000 - run}`,
    event: "schedule",
    createdAt: new Date(Date.UTC(2026, 10, 21 - run, 9, 17)).toISOString(),
    checkSuite: {
      status: "COMPLETED",
      conclusion: "SUCCESS",
      checkRuns: {
        nodes: checkRuns.map((annotations, checkRun) => ({
          databaseId: 10_000 - run * 100 + checkRun,
          startedAt: new Date(Date.UTC(2026, 10, 21 - run, 9, 18)).toISOString(),
          annotations: { nodes: annotations },
        })),
      },
    },
  }));
  const repository = { visibility: "PRIVATE", pushedAt: null };
  return { data: { run: { checkSuite: { repository }, workflow: { runs: { nodes } } } } };
}
