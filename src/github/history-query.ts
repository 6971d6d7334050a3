/**
 * The runs of a workflow and their annotations, newest first. `ALL`, because after *Re-run failed jobs*
 * the jobs that were carried over have their annotations on the check run of the earlier attempt only.
 * GitHub keeps 50 annotations of a job. 99 runs come to 250,000 nodes, of the 500,000 that it lets one
 * query ask for.
 */
const RUNS = `
  fragment Runs on Workflow {
    runs(first: $runs, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes {
        databaseId
        runNumber
        url
        event
        createdAt
        checkSuite {
          status
          conclusion
          checkRuns(first: 50, filterBy: { checkType: ALL }) {
            nodes {
              databaseId
              startedAt
              completedAt
              annotations(first: 50) {
                nodes { title message annotationLevel }
              }
            }
          }
        }
      }
    }
  }`;

/** From a workflow run to the runs of its workflow. */
const AROUND = `
  fragment Around on WorkflowRun {
    checkSuite {
      repository { visibility pushedAt }
    }
    workflow { ...Runs }
  }
  ${RUNS}`;

/** By the page of this run: needs no other request. Octokit keeps the variable name `url` for itself. */
export const BY_URL = `
  query ($page: URI!, $runs: Int!) {
    run: resource(url: $page) { ...Around }
  }
  ${AROUND}`;

/** By the node id that REST gives for this run. */
export const BY_ID = `
  query ($id: ID!, $runs: Int!) {
    run: node(id: $id) { ...Around }
  }
  ${AROUND}`;

/** Of a workflow, by the node id that REST gives for it. */
export const OF_WORKFLOW = `
  query ($id: ID!, $runs: Int!) {
    workflow: node(id: $id) { ...Runs }
  }
  ${RUNS}`;
