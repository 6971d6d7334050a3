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
    checkSuite: {
      checkRuns: {
        nodes: checkRuns.map((annotations, checkRun) => ({
          databaseId: 10_000 - run * 100 + checkRun,
          annotations: { nodes: annotations },
        })),
      },
    },
  }));
  return { data: { run: { workflow: { runs: { nodes } } } } };
}
