/** Jobs that are read of an earlier run: GitHub counts what a query may cost, and each run asks. */
const JOBS_REMEMBERED = 50;
/** The same for a watch, which asks once a day: with 99 runs, just under what a query may ask for. */
const JOBS_WATCHED = 95;
/** Of the very run that asks: all that one page holds, so that a fleet that runs again finds itself. */
const JOBS_HERE = 100;

/**
 * The newest jobs of a run, and how many there are. `ALL`, because after *Re-run failed jobs* the jobs
 * that were carried over have their annotations on the check run of the earlier attempt only. GitHub
 * keeps 50 annotations of a job.
 */
const jobs = (last: number) => `
  checkRuns(last: ${last}, filterBy: { checkType: ALL }) {
    totalCount
    nodes {
      databaseId
      startedAt
      completedAt
      annotations(first: 50) {
        nodes { title message annotationLevel }
      }
    }
  }`;

/**
 * The runs of a workflow and their annotations, newest first. 99 runs of 95 jobs come to 480,000 nodes, of
 * the 500,000 that GitHub lets one query ask for.
 */
const runs = (jobsEach: number) => `
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
          updatedAt
          ${jobs(jobsEach)}
        }
      }
    }
  }`;

/** From a workflow run to the runs of its workflow. */
const AROUND = `
  fragment Around on WorkflowRun {
    createdAt
    checkSuite {
      repository { visibility pushedAt }
      ${jobs(JOBS_HERE)}
    }
    workflow { ...Runs }
  }
  ${runs(JOBS_REMEMBERED)}`;

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
  ${runs(JOBS_WATCHED)}`;
