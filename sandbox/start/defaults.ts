/** Not the sandbox's usual admin/admin: a password like the name would hide the name as well. */
export const USER = { username: "admin", password: "open-the-bookshop" };
/** The job runs where its API runs, as on a runner of one's own: no machine of GitHub's would reach it. */
export const OWN_RUNNER = { RUNNER_ENVIRONMENT: "self-hosted", RUNNER_NAME: "sandbox" };
/** On loopback nothing needs the default of two minutes: whoever waits here waits for a fault. */
export const WARM_UP = "10s";
