import type { Lines } from "../words.ts";
import { AGAIN } from "./phrases.ts";

const OUTSIDE =
  "GitHub's own machines cannot reach your API there. The job needs a self-hosted runner in that network.";
/** What an address that no machine of GitHub's reaches means for the job. */
const PLACES = {
  loopback:
    "the very machine on which the job runs: GitHub's own machines cannot reach your API there. The job needs a self-hosted runner on the API's machine. For a runner in Docker it would be the container itself: give the name of the API's service instead, such as http://api:5000.",
  "docker-host":
    "a name that exists only inside the containers of Docker Desktop, and means the machine around them: GitHub's own machines cannot reach your API there. Give --api-url http://localhost:5000 for a self-hosted runner on that machine, or --api-url http://api:5000, with the name of the API's service, for one in its Docker network (docs/from-airflow.md#a-private-address-or-a-name-of-dockers).",
  private: `an address inside a private network: ${OUTSIDE}`,
  "single-label": `a name that only a local network knows: ${OUTSIDE}`,
} as const;

const OWN_RUNNER =
  "GitHub's own machines cannot reach it either; a self-hosted runner in its network can.";
/** Who reaches an API that this machine does not. */
const REACH = {
  public: "GitHub's machines may still reach it: a run will tell.",
  private: OWN_RUNNER,
  "single-label": OWN_RUNNER,
  loopback: "GitHub's own machines cannot reach it either; a runner on the API's machine can.",
  "docker-host": "GitHub's own machines cannot reach it either.",
} as const;

export const lines: Lines = {
  whoCanFix: "Who can fix it",
  whatToDo: "What to do",
  place: (repository, isPublic, environment) =>
    `Repository ${repository} (${isPublic ? "public" : "private"})${environment === undefined ? "" : `, environment ${environment}`}`,
  fromGit: "(from git; --repo names another one)",
  nameFromGit: ({ name }) =>
    `The name is that of git's ${name("origin")} in this folder; ${name("--repo OWNER/NAME")} names another one.`,
  dryRun: "Dry run: nothing is changed.",
  trying: "Trying the API from here…",
  welcome: "The API is up and accepts the log-in.",
  unreached: (what, kind) =>
    `The API could not be reached from this machine. ${what} ${REACH[kind]}`,
  doubtful: (headline, what) => `${headline}. ${what} A run may fail for it:`,
  registered: "The user is registered.",
  registrationUnclear:
    "The answer to the registration was lost. A log-in tells whether the user is there.",
  wouldRegister:
    "The API does not accept this user and password. Without --dry-run, the user would be registered.",
  privateHost: (host, kind) => `${host} is ${PLACES[kind]}`,
  noTerminal:
    "There is no terminal in which to ask: it is taken for right, and a runner of your own does the work.",
  otherAddress: "Then give an address that GitHub's machines can reach, or end this with Ctrl+C.",
  nameForRunner: "Then give the address that your runner can reach, or end this with Ctrl+C.",
  encryptedAddress: "Then give an https:// address, or end this with Ctrl+C.",
  noAnswer: "Nothing was typed. This takes an answer; Ctrl+C ends it.",
  typeAnother: "Type the right one at the next question, or end this with Ctrl+C.",
  publicRepository:
    "This repository is public. Never connect a self-hosted runner to it: strangers' pull requests could run code in your network. Make it private first.",
  planned: "To be set:",
  kinds: { environment: "environment", variable: "variable", secret: "secret" },
  sources: {
    option: "from the command line",
    environment: "from an environment variable",
    file: "from the file",
    terminal: "as typed",
  },
  isNew: { environment: "new", variable: "new", secret: "new" },
  isSo: "as it is already",
  replaces: (day) => `replaces the one of ${day}`,
  secretsUnseen:
    "GitHub shows no secret: whether it is the same cannot be told, so it counts as changed.",
  commonUsername:
    "The user name is a short word. As a secret, GitHub hides it as *** wherever it stands in logs and summaries; --username-as-variable keeps it as a variable, which whoever may read the settings can read.",
  mayDiffer: (names) =>
    `Airflow exported ${names.join(" and ")} as a number or an object, which may not be how it was written. If the log-in fails, give it as an environment variable.`,
  nothingSet: "Nothing was set.",
  set: (name) => `${name} is set.`,
  halfWay: {
    done: "Done",
    unclear: "Perhaps done, as nobody knows what became of it",
    left: "Not done",
    again: "What is done stays, and the command can be run again.",
  },
  confirmed: "Read back: GitHub has everything.",
  levels: {
    environment: "set in the environment",
    repository: "set in the repository",
    organization: "lent by the organisation",
  },
  noEnvironment: "This environment does not exist.",
  settingRefused: (what) => `${what} Every run would refuse it as it is.`,
  addressRefused: (headline, what) => `${headline}. ${what} Every run would refuse it.`,
  workflowFits: (at) => `${at}: fits the settings`,
  workflowMisfits: (at) => `${at} does not fit these settings:`,
  workflowMissing: (at) => `${at} is not there. Without this file nothing runs.`,
  workflowUnseen: {
    "not-found": (at) =>
      `${at} is not there, or the token does not see it (a fine-grained one needs Contents: read). Without this file nothing runs.`,
    "not-permitted": (at) =>
      `${at} was not looked at: the token may not read it (a fine-grained one needs Contents: read). --workflow DIR looks at a working copy.`,
  },
  complete: "Nothing is missing.",
  completeAsSeen:
    "Of the settings nothing is missing. The workflow file was not looked at, and without it nothing runs.",
  incomplete:
    "Something is missing or not right: see each ✖ above. Without --check, this command sets API_URL, API_USERNAME and API_PASSWORD, and writes the workflow file; it mends nothing else.",
  wouldFail: "With these settings every run would fail, until each ✖ above is put right.",
  summaryLanguage: "Summaries are in English until a variable says otherwise:",
  workflowWritten: (path) => `Written: ${path}`,
  workflowWouldBe: (path) => `Would be written: ${path}`,
  workflowSame: (path) => `Already there: ${path}`,
  workflowDiffering: (path) => `${path} is there, and differs:`,
  workflowWouldReplace: (path) =>
    `Would be replaced, as it has zeros in the place of a commit: ${path}`,
  workflowKept: (path) => `Left as it was, though it differs from what would be written: ${path}`,
  workflowWouldStay: (path) =>
    `Would be left as it is, though it differs from what would be written: ${path}`,
  workflowDiffers: {
    named: ({ key, is = "(none)", wouldBe = "(none)" }) => `${key}: ${is} → ${wouldBe}`,
    others: (count) => `${count} other ${count === 1 ? "line" : "lines"}`,
    replace: "To have it replaced, delete it and run this again, or answer y in a terminal.",
  },
  workflowSelfHosted: "It says runs-on: self-hosted, as the API is in a private network.",
  workflowUnpinned:
    "The commit of Orquestra is not known here: git names no repository on GitHub as the origin of its folder, or that one does not have the commit. No run can start before OWNER/orquestra@000… in the file is replaced, as its first lines say; where the commit is known, running this again replaces it.",
  workflowPublish: "Commit it and push it to the default branch: GitHub runs it from there.",
  workflowPlace: {
    below:
      "This folder is not the root of its working copy, and GitHub runs no workflow from below: name the root.",
    outside:
      "git knows no working copy in this folder, so there is nothing to push from: put the file into one of your repository.",
  },
  preflightStarted: "Preflight is started: see the Actions page below.",
  preflightAbsent:
    "There is no preflight.yml on the default branch, so it was not started. Copy examples/preflight.yml.",
  preflightWouldStart: "Preflight would be started.",
  interrupted: {
    headline: "Stopped before its end",
    stages: {
      before: "Nothing was set on GitHub.",
      setting: "Not everything is set on GitHub: see above.",
      "read-back":
        "Everything was set on GitHub. It was not read back, and no workflow file was written.",
      workflow: "Everything is set on GitHub. The workflow file was not written.",
      preflight: "Everything is set on GitHub. Preflight was not started, as far as is known.",
    },
    again: AGAIN,
  },
  exportStays: "The file of Airflow's variables holds the password in clear: delete it.",
  pages: {
    variables: "Variables",
    secrets: "Secrets",
    environments: "Environments",
    actions: "Actions",
  },
};
