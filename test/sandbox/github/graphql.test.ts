import { describe, expect, test } from "@jest/globals";
import { ask, githubOf, jobWith, notice, runOf } from "./client.ts";

const PAGE = "https://github.com/bookshop/pipelines/actions/runs/7000000001";
const RUNS = (page: string) => `{
  resource(url: "${PAGE}") {
    ... on WorkflowRun { workflow { runs${page} { totalCount nodes { runNumber } } } }
  }
}`;
const first = (answer: { readonly errors?: readonly object[] }) => answer.errors?.[0];

/** A GitHub with this many runs, the last one the newest. */
async function githubWith(runs: number) {
  const github = await githubOf();
  for (let number = 1; number <= runs; number += 1) github.store.record(runOf(number));
  return github;
}

describe("what the schema does not have is refused", () => {
  test.each([
    ["a field", "{ viewer { nonsense } }", /Cannot query field "nonsense" on type "User"/u],
    ["an argument", "{ viewer(x: 1) { login } }", /Unknown argument "x"/u],
    ["no selection", "{ viewer }", /must have a selection of subfields/u],
    ["syntax", "{ viewer", /Syntax Error/u],
    ["a variable of another type", "query ($a: Int!) { node(id: $a) { id } }", /"\$a" of type/u],
  ])("%s", async (_, query, reason) => {
    const answer = await ask(await githubOf(), query);
    expect(answer).toEqual({
      errors: [{ message: expect.stringMatching(reason), locations: expect.anything() }],
    });
  });
});

test.each([
  ["{ viewer { bio } }", "User.bio"],
  ['{ search(query: "x", type: ISSUE, first: 1) { issueCount } }', "Query.search"],
  [
    'mutation { deleteIssue(input: { issueId: "x" }) { clientMutationId } }',
    "Mutation.deleteIssue",
  ],
])("what the sandbox does not resolve is an error that names it: %s", async (query, field) => {
  expect(first(await ask(await githubOf(), query))).toMatchObject({
    type: "NOT_IN_THE_SANDBOX",
    message: `The sandbox's GitHub does not resolve ${field}`,
  });
});

describe("the size of a page", () => {
  test.each([
    ["is needed", "", "MISSING_PAGINATION_BOUNDARIES"],
    ["is 100 at the most", "(first: 101)", "EXCESSIVE_PAGINATION"],
    ["is 1 at the least", "(last: 0)", "EXCESSIVE_PAGINATION"],
    ["counts from one end", "(first: 1, last: 1)", "UNPROCESSABLE"],
  ])("%s", async (_, size, type) => {
    const answer = await ask(await githubWith(1), RUNS(size));
    expect(answer).toMatchObject({
      data: { resource: null },
      errors: [{ type, path: ["resource", "workflow", "runs"] }],
    });
  });

  test("is not needed for a mere count", async () => {
    const query = RUNS("").replace("nodes { runNumber }", "");
    expect(await ask(await githubWith(3), query)).toMatchObject({
      data: { resource: { workflow: { runs: { totalCount: 3 } } } },
    });
  });
});

test("a query for more than 500,000 nodes is refused, whatever there is", async () => {
  const github = await githubWith(1);
  const query = (annotations: number) => `
    query ($runs: Int!) { resource(url: "${PAGE}") { ...Runs } }
    fragment Runs on WorkflowRun { workflow { runs(first: $runs) { nodes { checkSuite {
      checkRuns(first: 50) { nodes { annotations(first: ${annotations}) { totalCount } } }
    } } } } }`;
  expect(await ask(github, query(100), { runs: 100 })).toEqual({
    errors: [
      {
        type: "MAX_NODE_LIMIT_EXCEEDED",
        message:
          "This query requests up to 505,100 possible nodes which exceeds the maximum limit of 500,000.",
      },
    ],
  });
  expect(await ask(github, query(98), { runs: 100 })).not.toHaveProperty("errors");
});

describe("pages of runs", () => {
  const PAGES = `query ($first: Int, $last: Int, $after: String, $before: String, $by: OrderDirection!) {
    resource(url: "${PAGE}") { ... on WorkflowRun { workflow {
      runs(first: $first, last: $last, after: $after, before: $before,
           orderBy: { field: CREATED_AT, direction: $by }) {
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        edges { cursor node { runNumber } }
      }
    } } }
  }`;
  interface Page {
    readonly pageInfo: { readonly startCursor: string; readonly endCursor: string };
    readonly edges: readonly { readonly node: { readonly runNumber: number } }[];
  }
  const pageOf = async (github: Awaited<ReturnType<typeof githubOf>>, variables: object) => {
    const answer = await ask(github, PAGES, { by: "DESC", ...variables });
    const { resource } = answer.data as { resource: { workflow: { runs: Page } } };
    const { pageInfo, edges } = resource.workflow.runs;
    return { pageInfo, numbers: edges.map(({ node }) => node.runNumber) };
  };

  test("come newest first, and go on after a cursor", async () => {
    const github = await githubWith(5);
    const newest = await pageOf(github, { first: 2 });
    expect(newest).toMatchObject({
      numbers: [5, 4],
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
    });
    const after = newest.pageInfo.endCursor;
    expect((await pageOf(github, { first: 2, after })).numbers).toEqual([3, 2]);
    const oldest = await pageOf(github, { last: 2 });
    expect(oldest).toMatchObject({
      numbers: [2, 1],
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    });
    const before = oldest.pageInfo.startCursor;
    expect((await pageOf(github, { last: 2, before })).numbers).toEqual([4, 3]);
  });

  test("come oldest first when that is asked for", async () => {
    expect((await pageOf(await githubWith(3), { first: 2, by: "ASC" })).numbers).toEqual([1, 2]);
  });

  test("do not go on after what is no cursor", async () => {
    const answer = await ask(await githubWith(1), PAGES, { first: 1, after: "x", by: "ASC" });
    expect(first(answer)).toMatchObject({ type: "INVALID_CURSOR_ARGUMENTS" });
  });
});

describe("nodes", () => {
  test("lead from a check run up to its repository, and down again", async () => {
    const github = await githubWith(1);
    const down = await ask(
      github,
      `{ repository(owner: "Bookshop", name: "pipelines") { id nameWithOwner }
         resource(url: "${PAGE}") { ... on WorkflowRun { id checkSuite { id checkRuns(first: 1) { nodes { id } } } } } }`,
    );
    const { repository, resource } = down.data as {
      repository: { id: string };
      resource: { id: string; checkSuite: { id: string; checkRuns: { nodes: { id: string }[] } } };
    };
    const ids = [
      repository.id,
      resource.id,
      resource.checkSuite.id,
      resource.checkSuite.checkRuns.nodes[0]?.id,
    ];
    const up = await ask(
      github,
      `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id
         ... on CheckRun { checkSuite { workflowRun { runNumber workflow { name } } } repository { name } } } }`,
      { ids },
    );
    expect(up).toEqual({
      data: {
        nodes: [
          { __typename: "Repository", id: ids[0] },
          { __typename: "WorkflowRun", id: ids[1] },
          { __typename: "CheckSuite", id: ids[2] },
          {
            __typename: "CheckRun",
            id: ids[3],
            checkSuite: { workflowRun: { runNumber: 1, workflow: { name: "daily" } } },
            repository: { name: "pipelines" },
          },
        ],
      },
    });
  });

  test.each([
    ["an id of nothing", `{ node(id: "WFR_x") { id } }`, /global id of 'WFR_x'/u],
    ["another repository", `{ repository(owner: "a", name: "b") { id } }`, /with the name 'a\/b'/u],
  ])("are not found by %s", async (_, query, message) => {
    expect(first(await ask(await githubOf(), query))).toMatchObject({
      type: "NOT_FOUND",
      message: expect.stringMatching(message),
    });
  });

  test("are 100 at the most", async () => {
    const ids = Array.from({ length: 101 }, () => "x");
    const answer = await ask(await githubOf(), "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {
      ids,
    });
    expect(first(answer)).toMatchObject({ type: "ARGUMENT_LIMIT" });
  });
});

describe("without a permission", () => {
  const ANNOTATIONS = RUNS("(first: 2)").replace(
    "runNumber",
    "runNumber checkSuite { checkRuns(first: 1) { nodes { annotations(first: 1) { nodes { title } } } } }",
  );
  const forbidden = {
    type: "FORBIDDEN",
    extensions: { saml_failure: false },
    message: "Resource not accessible by integration",
  };

  test("checks: the runs are left out, each with an error, and the rest is given", async () => {
    const github = await githubOf({ actions: "read" });
    github.store.record(runOf(1, { jobs: [jobWith([notice("Orquestra: succeeded", "")])] }));
    github.store.record(runOf(2));
    const path = (run: number) => ["resource", "workflow", "runs", "nodes", run, "checkSuite"];
    expect(await ask(github, ANNOTATIONS)).toEqual({
      data: { resource: { workflow: { runs: { totalCount: 2, nodes: [null, null] } } } },
      errors: [0, 1].map((run) => ({
        ...forbidden,
        path: path(run),
        locations: expect.anything(),
      })),
    });
  });

  test("actions: there is no run", async () => {
    const github = await githubOf({ checks: "read" });
    github.store.record(runOf(1));
    expect(await ask(github, ANNOTATIONS)).toMatchObject({
      data: { resource: null },
      errors: [{ ...forbidden, path: ["resource"] }],
    });
  });
});
