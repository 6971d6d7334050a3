import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Credentials } from "../api/users.ts";
import { startGitHub } from "../github/github.ts";
import type { Issue } from "../github/store/issues.ts";
import { runActionOn, type Place } from "../github/run-action.ts";
import { pageOf } from "../github/store/repository.ts";
import type { ActionOptions, ActionRun } from "../runner.ts";
import { startSandbox, type Sandbox } from "../sandbox.ts";
import { OWN_RUNNER } from "../start/defaults.ts";
import { FIRST_DUE_MS, type RunDay } from "./plan.ts";
import { startTime } from "./time.ts";

export interface WorldOptions {
  readonly port: number;
  readonly books: number;
  readonly latencyMs: number;
  readonly user: Credentials;
}

/** What the API and its shop are like for a while. */
export type Scene = Pick<RunDay, "books" | "faults" | "isDown">;

/** All that the runs of a month meet: the shop with its API, GitHub, and the time. */
export interface World {
  readonly apiUrl: string;
  moveTo(atMs: number): void;
  setScene(scene: Scene): Promise<void>;
  /** Runs the action at this very moment; its page on GitHub comes along. */
  run(
    place: Pick<Place, "number" | "attempt">,
    options: ActionOptions,
  ): Promise<{ run: ActionRun; url: string }>;
  /** What the runs left of issues by now, with the page of each on GitHub. */
  issues(): readonly { readonly issue: Issue; readonly url: string }[];
  close(): Promise<void>;
}

const FIRST_RUN_ID = 16_588_214_000;
const TOKEN = "ghs_the-token-of-the-month";

export async function startWorld(options: WorldOptions): Promise<World> {
  const dataDir = await mkdtemp(join(tmpdir(), "books-month-"));
  const time = startTime();
  const github = await startGitHub();
  github.store.change({ createdAtMs: FIRST_DUE_MS, pushedAtMs: FIRST_DUE_MS });
  github.grant(TOKEN, { actions: "read", checks: "read", contents: "read", issues: "write" });
  const open = ({ port, books }: { port: number; books: number }) =>
    startSandbox({
      port,
      books,
      dataDir,
      latencyMs: options.latencyMs,
      users: [options.user],
      nowMs: time.nowMs,
    });
  let sandbox: Sandbox | undefined;
  const close = async () => {
    await sandbox?.close();
    sandbox = undefined;
  };
  const closeAll = async () => {
    await Promise.all([close(), github.close()]);
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    sandbox = await open(options);
  } catch (error) {
    await closeAll();
    throw error;
  }
  const { url: apiUrl } = sandbox;
  const port = Number(new URL(apiUrl).port);

  return {
    apiUrl,
    moveTo(atMs) {
      time.moveTo(atMs);
      github.store.moveTo(atMs);
    },
    async setScene({ books, faults, isDown }) {
      if (isDown) return close();
      // After a day on which it was down it comes back with its data, where it was before.
      sandbox ??= await open({ port, books });
      sandbox.setBooks(books);
      sandbox.setFaults(faults);
    },
    async run(place, action) {
      const env = { ...OWN_RUNNER, ...time.environment(), ...action.env };
      const id = FIRST_RUN_ID + place.number;
      const run = await runActionOn(github, { ...place, id }, { ...action, env, token: TOKEN });
      return { run, url: `${pageOf(github.store.repository)}/actions/runs/${id}` };
    },
    issues: () =>
      github.store.issues.list().map((issue) => ({
        issue,
        url: `${pageOf(github.store.repository)}/issues/${issue.number}`,
      })),
    close: closeAll,
  };
}
