import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { startGitHub, type GitHub } from "../../sandbox/github/github.ts";
import { readAirflowExport } from "../../src/configure/airflow-export.ts";
import { readOptions } from "../../src/configure/options.ts";
import { readSettings } from "../../src/settings/read.ts";
import { createDoor } from "../../src/text/plain.ts";
import { readPage, sectionWith, type Page } from "./page.ts";

/** The guide for teams that come from Airflow, held to what is really there. */

const GUIDES = ["docs/from-airflow.md", "docs/from-airflow.pt-BR.md"];
const PAGES = [...GUIDES, "docs/costs.md", "docs/costs.pt-BR.md"];
const COMPOSE = ["compose.yml", "ephemeral.yml"];
/** What that deployment's users know by name: in English, and in Portuguese where it has a name there. */
const AIRFLOW = [
  ["DAG"],
  ["Schedule", "Agendamento"],
  ["Catchup"],
  ["Variables"],
  ["Connections"],
  ["XCom"],
  ["Pools"],
  ["Retries"],
  ["SLA"],
  ["Callbacks"],
  ["UI", "Interface"],
  ["Trigger"],
  ["Clear"],
  ["Logs"],
  ["Docker network", "Rede Docker"],
] as const;
/** The most lines that a team pastes between its export and a green run. */
const MAX_LINES = 4;

let inputs: ReadonlySet<string>;
let read: string;
beforeAll(async () => {
  const doors = (await readdir("action")).map((name) => `action/${name}/action.yml`);
  const manifests = await Promise.all(
    ["action.yml", ...doors.filter((path) => existsSync(path))].map(
      async (path) => parse(await readFile(path, "utf8")) as Record<string, object>,
    ),
  );
  inputs = new Set(
    manifests.flatMap((one) => Object.keys({ ...one["inputs"], ...one["outputs"] })),
  );
  const workflows = (await readdir("examples")).filter((name) => name.endsWith(".yml"));
  const texts = workflows.map((name) => readFile(`examples/${name}`, "utf8"));
  read = (await Promise.all(texts)).join("\n");
});

const githubs: GitHub[] = [];
afterEach(async () => {
  await Promise.all(githubs.splice(0).map((github) => github.close()));
});

describe.each(PAGES)("%s", (path) => {
  test("names only workflows that a team can copy", async () => {
    const named = codeOf(await readPage(path), /^((?!docker-compose)[\w-]+\.yml)$/);
    const unknown = named.filter(
      (name) => !existsSync(`examples/${name}`) && !existsSync(`examples/self-hosted/${name}`),
    );

    expect(named).toContain("pipeline.yml");
    expect(unknown).toEqual([]);
  });

  test("names only inputs and outputs that there are", async () => {
    const named = codeOf(await readPage(path), /^([a-z]+(?:-[a-z]+)+)(?:: \S+)?$/);

    expect(named).toContain("ping-url");
    expect([...inputs, "runs-on"]).toEqual(expect.arrayContaining(named));
  });

  test("names only variables and secrets that the workflows read", async () => {
    const { text } = await readPage(path);
    const named = text.match(/\b(?:API_URL|API_USERNAME|API_PASSWORD|ORQUESTRA_[A-Z_]+[A-Z])\b/g);
    const unknown = (named ?? []).filter((name) => !new RegExp(`\\.${name}\\b`).test(read));

    expect(unknown).toEqual([]);
  });
});

describe.each(GUIDES)("%s", (path) => {
  let page: Page;
  beforeAll(async () => {
    page = await readPage(path);
  });

  test("has a line for each thing of Airflow's", () => {
    for (const names of AIRFLOW) {
      const line = `^\\| (?:${names.join("|")})\\b[^|]*\\| [^|]*\\S[^|]*\\|`;
      expect(page.text).toMatch(new RegExp(line, "m"));
    }
  });

  test.each([
    ["public", 3],
    ["private", MAX_LINES],
  ])("a %s address takes %i lines", (name, lines) => {
    const blocks = [...sectionWith(page, `<!-- test: ${name} -->`).matchAll(/```sh\n([^]*?)```/g)];

    expect(
      blocks
        .map(([, block]) => block)
        .join("")
        .trim()
        .split("\n"),
    ).toHaveLength(lines);
    expect(lines).toBeLessThanOrEqual(MAX_LINES);
  });

  test("shows an export that the command reads", () => {
    const sample = page.blocks.find(({ language }) => language === "json")?.text ?? "";

    expect(readAirflowExport(Buffer.from(sample))).toMatchObject({
      kind: "read",
      values: {
        API_URL: { value: "http://203.0.113.7:5000" },
        API_USERNAME: { value: "books-bot" },
        API_PASSWORD: { value: expect.stringMatching(/./) },
      },
    });
  });

  test("shows only options that the command takes", () => {
    const [publicly, privately] = commandsOf(page, "npm run configure --").map((line) =>
      readOptions(line.split(" ").slice(4), {}),
    );

    expect(publicly).toMatchObject({ kind: "options", options: { allowsPlainHttp: true } });
    expect(privately).toMatchObject({ kind: "options", options: { allowsPlainHttp: false } });
    for (const shown of [publicly, privately]) {
      expect(shown).toMatchObject({ options: { from: "variables.json", probes: true } });
    }
  });

  test.each([
    ["http://203.0.113.7:5000", "false", "plain-http-to-public-host"],
    ["http://203.0.113.7:5000", "true", undefined],
    ["http://192.168.0.10:5000", "false", undefined],
    ["http://api:5000", "false", undefined],
  ])("%s, with leave for plain HTTP %s", (address, allowed, problem) => {
    expect(page.text).toContain(`\`${address}\``);
    expect(problemsOf(address, allowed)).toEqual(problem === undefined ? [] : [problem]);
  });

  test("starts the runner with the files and the variables that there are", async () => {
    const lines = commandsOf(page, "docker compose --file");
    expect(lines).toHaveLength(COMPOSE.length);

    for (const line of lines) {
      const files = [...line.matchAll(/--file (\S+)/g)].map(([, file = ""]) => file);
      const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
      const required = [...texts.join("\n").matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name);
      const given = [...line.matchAll(/\b([A-Z_]+)=/g)].map(([, name]) => name);

      expect(given).toEqual(expect.arrayContaining(required));
      expect(texts.join("\n")).toMatch(new RegExp(given.map((name) => `\\{${name}\\b`).join("|")));
    }
  });

  test("asks GitHub for a run as GitHub wants to be asked, with no other permission", async () => {
    const github = await startGitHub();
    githubs.push(github);
    github.store.addWorkflow({ path: ".github/workflows/pipeline.yml", name: "Pipeline" });
    const [line = ""] = commandsOf(page, "curl --fail-with-body");
    const [, address = ""] = /https:\/\/api\.github\.com(\/\S+)/.exec(line) ?? [];
    const [, body = ""] = /--data '([^']+)'/.exec(line) ?? [];
    const ask = (token: string) =>
      fetch(github.url + address.replace(/(?<=repos\/)[^/]+\/[^/]+/, "bookshop/pipelines"), {
        method: "POST",
        body,
        headers: { Authorization: `Bearer ${token}` },
      });

    github.grant("may-read", { actions: "read" });
    expect((await ask("may-read")).status).toBe(403);
    github.grant("may-start", { actions: "write" });
    expect((await ask("may-start")).status).toBe(204);
    expect(github.store.dispatches()).toEqual([
      expect.objectContaining({ path: ".github/workflows/pipeline.yml", ref: "main" }),
    ]);
  });

  test("explains each line of the compose file, and no other", async () => {
    const file = parse(await readFile("examples/self-hosted/compose.yml", "utf8")) as {
      services: { runner: object };
    };
    const table = sectionWith(page, "../examples/self-hosted/compose.yml").split("\n");
    const cells = table.flatMap((line) => /^\| (`[^|]+`) +\|/.exec(line)?.[1] ?? []);
    const explained = cells.flatMap((cell) => [...cell.matchAll(/`(\w+)[^`]*`/g)]);

    expect(new Set(explained.map(([, name]) => name))).toEqual(
      new Set(Object.keys(file.services.runner)),
    );
  });
});

test.each([GUIDES, ["docs/costs.md", "docs/costs.pt-BR.md"]])(
  "%s and %s have the same commands",
  async (english = "", portuguese = "") => {
    const [en, ptBR] = await Promise.all([readPage(english), readPage(portuguese)]);

    expect(ptBR.blocks.map(({ text }) => inEnglish(text))).toEqual(
      en.blocks.map(({ text }) => text),
    );
  },
);

/** What a page writes as code within a sentence, if it looks like this. */
function codeOf({ text }: Page, shape: RegExp): string[] {
  return [...text.replaceAll(/```[^]*?```/g, "").matchAll(/`([^`\n]+)`/g)].flatMap(
    ([, code = ""]) => shape.exec(code)?.[1] ?? [],
  );
}

/** The lines of all blocks that hold such a command. */
function commandsOf({ blocks }: Page, command: string): string[] {
  return blocks.flatMap(({ text }) => text.split("\n").filter((line) => line.includes(command)));
}

function inEnglish(text: string): string {
  return text.replaceAll("VOCE", "YOU").replaceAll("SEU-REPOSITORIO", "YOUR-REPOSITORY");
}

function problemsOf(address: string, allowed: string): string[] {
  const given: Record<string, string> = {
    "api-url": address,
    username: "books-bot",
    password: "long enough",
    "allow-plain-http": allowed,
  };
  const source = { input: (name: string) => given[name] ?? "", workflow: "daily", job: "job" };
  const settings = readSettings(
    source,
    createDoor((text) => text),
  );
  return settings.kind === "invalid" ? settings.problems.map(({ kind }) => kind) : [];
}
