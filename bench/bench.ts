import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { costOf, type Contestant, type Cost } from "./measure.ts";
import { startApi, type RemoteApi } from "./remote-api.ts";
import { reportOf } from "./report.ts";
import { sizes } from "./sizes.ts";

const HELP = `Usage: npm run bench -- [--runs N]

Times a whole run of the bundle beside a bare script that makes the same requests, against an API on
this machine that answers at once, and prints a table in Markdown. A missed target is no error: a busy
machine misses too.
`;

/** Fills the disk cache and lets the API's own code be compiled. */
const WARM_UP_RUNS = 2;

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const BARE = fileURLToPath(new URL("bare", import.meta.url));

const { values } = parseArgs({
  options: { runs: { type: "string", default: "15" }, help: { type: "boolean", default: false } },
});
const runs = Number(values.runs);
if (values.help) {
  process.stdout.write(HELP);
} else if (Number.isInteger(runs) && runs > 0) {
  await bench(runs);
} else {
  process.stderr.write(`--runs must be a whole number above 0, not "${values.runs}"\n`);
  process.exitCode = 2;
}

async function bench(times: number): Promise<void> {
  const api = await startApi();
  try {
    const bundle: Contestant = {
      folder: ROOT,
      inputs: { "api-url": api.url, username: "books", password: "a long pass phrase" },
    };
    const requests = await requestsOf(bundle, api);
    const bare: Contestant = {
      folder: BARE,
      inputs: { "api-url": api.url, requests: JSON.stringify(requests) },
    };
    await inTurns([bundle, bare], WARM_UP_RUNS);
    const [ours = [], theirs = []] = await inTurns([bundle, bare], times);
    const costs = { bundle: ours, bare: theirs };
    process.stdout.write(reportOf(costs, await sizes(), requests.length));
  } finally {
    await api.stop();
  }
}

/** What a contestant really sends: the other one then sends the same, whatever changes here. */
async function requestsOf(contestant: Contestant, api: RemoteApi) {
  await costOf(contestant);
  return api.received();
}

/** One after the other (A B A B ...), so that whatever slows the machine slows both. */
async function inTurns(contestants: readonly Contestant[], rounds: number): Promise<Cost[][]> {
  const costs: Cost[][] = contestants.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, contestant] of contestants.entries()) {
      costs[index]?.push(await costOf(contestant));
    }
  }
  return costs;
}
