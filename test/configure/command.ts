import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach } from "@jest/globals";
import type { Permissions } from "../../sandbox/github/access.ts";
import { startGitHub, type GitHub } from "../../sandbox/github/github.ts";
import type { Shelf } from "../../sandbox/github/store/shelf.ts";
import { startSandbox, type Sandbox } from "../../sandbox/sandbox.ts";

export const COMMAND = resolve("dist/configure/index.js");
export const TOKEN = "github_pat_of-the-librarian";
export const REPO = ["--repo", "bookshop/pipelines"];
export const ALL: Permissions = {
  actions: "write",
  actions_variables: "write",
  administration: "write",
  contents: "read",
  environments: "write",
  secrets: "write",
};
/** Long enough to be masked, and with what a shell, JSON and a URL would each change. */
export const PASSWORD = "ópen $esame & %41";

/** Whom the API of every stage knows. */
export const USER = { API_USERNAME: "books-bot", API_PASSWORD: PASSWORD };

/** A GitHub, a books API and a folder of one's own, for one test. */
export interface Stage {
  readonly github: GitHub;
  readonly books: Sandbox;
  readonly folder: string;
  /** The repository's own variables and secrets, the latter in clear. */
  kept(): { readonly variables: object; readonly secrets: object };
  /** Writes a file into the folder; anything but a text as JSON. */
  write(name: string, content: unknown): Promise<string>;
  environment(): NodeJS.ProcessEnv;
  run(args: readonly string[], more?: Run): Promise<Ran>;
}

export interface Run {
  readonly env?: Readonly<Record<string, string>>;
  readonly command?: string;
  /** The stage's own, unless given. */
  readonly cwd?: string;
  readonly started?: (child: ChildProcess) => void;
}

export interface Ran {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
}

let github: GitHub;
let books: Sandbox;
let folder: string;

beforeEach(async () => {
  github = await startGitHub();
  github.grant(TOKEN, ALL, "librarian");
  books = await startSandbox({
    books: 20,
    users: [{ username: "books-bot", password: PASSWORD }],
  });
  folder = await mkdtemp(join(tmpdir(), "orquestra-configure-"));
});

afterEach(async () => {
  await Promise.all([github.close(), books.close()]);
  await rm(folder, { recursive: true });
});

export function stage(): Stage {
  return {
    github,
    books,
    folder,
    kept: () => keptOn(github.store.shelves.repository),
    async write(name, content) {
      const text = typeof content === "string" ? content : JSON.stringify(content);
      await writeFile(join(folder, name), text);
      return name;
    },
    environment,
    run(args, { env = {}, command = COMMAND, cwd = folder, started } = {}) {
      const child = spawn(process.execPath, [command, ...args], {
        cwd,
        env: { ...environment(), ...env },
        stdio: ["ignore", "pipe", "pipe"],
      });
      started?.(child);
      const printed = { out: "", err: "" };
      for (const [stream, name] of [
        [child.stdout, "out"] as const,
        [child.stderr, "err"] as const,
      ]) {
        stream.setEncoding("utf8").on("data", (piece: string) => {
          printed[name] += piece;
        });
      }
      return new Promise((done, failed) => {
        child.once("error", failed);
        child.once("close", (exitCode) => done({ exitCode, ...printed }));
      });
    },
  };
}

/** The three values, as an older deployment exported them. */
export function exported(url: string) {
  return {
    api_url: url,
    Api_Username: { description: "the bot", value: "books-bot" },
    API_PASSWORD: PASSWORD,
    SMTP_HOST: "mail",
  };
}

export function keptOn({ variables, secrets }: Shelf) {
  return { variables: variables.values(), secrets: secrets.values() };
}

function environment(): NodeJS.ProcessEnv {
  return {
    PATH: process.env["PATH"],
    // Neither this machine's git settings nor somebody's log-in of gh have a say.
    HOME: folder,
    GH_CONFIG_DIR: folder,
    GIT_CEILING_DIRECTORIES: join(folder, ".."),
    GITHUB_API_URL: github.url,
    GH_TOKEN: TOKEN,
    LANG: "en_US.UTF-8",
  };
}
