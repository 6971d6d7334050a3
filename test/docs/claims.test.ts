import { readFile } from "node:fs/promises";
import { afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { readManifest } from "../../docs/generator/manifest.ts";
import { BODY, FEATURES_BODY, HEADERS, TRAINING_BODY } from "../../docs/generator/sizes.ts";
import { startSandbox, type Sandbox } from "../../sandbox/sandbox.ts";
import { readArguments } from "../../sandbox/start/options.ts";
import { longestMs } from "../../src/pipeline/longest.ts";
import { readSettings } from "../../src/settings/read.ts";
import type { Settings } from "../../src/settings/settings.ts";
import { createDoor } from "../../src/text/plain.ts";
import { readPage, sectionWith, type Page } from "./page.ts";

/** What the pages say in numbers and commands, compared with what is so. */

const MINUTE_MS = 60_000;

interface Workflow {
  readonly on: {
    readonly workflow_dispatch: {
      readonly inputs: Readonly<Record<string, { readonly description: string }>>;
    };
    readonly schedule: readonly { readonly cron: string; readonly timezone: string }[];
  };
  readonly jobs: Readonly<Record<string, { readonly "timeout-minutes": string }>>;
}

let example: string;
let limits: { readonly en: Page; readonly ptBR: Page };
beforeAll(async () => {
  example = await readFile("examples/pipeline.yml", "utf8");
  const [en, ptBR] = await Promise.all(["docs/limits.md", "docs/limits.pt-BR.md"].map(readPage));
  if (!en || !ptBR) throw new Error("a page of the limits is missing");
  limits = { en, ptBR };
});

const sandboxes: Sandbox[] = [];
afterEach(async () => {
  await Promise.all(sandboxes.splice(0).map((sandbox) => sandbox.close()));
});

describe.each(["README.md", "README.pt-BR.md"])("%s", (path) => {
  let readme: Page;
  beforeAll(async () => {
    readme = await readPage(path);
  });

  test("says when the shipped schedule starts", () => {
    const [schedule] = (parse(example) as Workflow).on.schedule;
    const [minute = "", hour = ""] = schedule?.cron.split(" ") ?? [];

    expect(readme.text).toContain(`${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`);
    expect(schedule?.timezone).toBe("America/Sao_Paulo");
    expect(readme.text).toContain("São Paulo");
  });

  test("says how long the action takes at most, and how long its job may", () => {
    const minutes = longestMs(defaults()) / MINUTE_MS;
    const [job] = Object.values((parse(example) as Workflow).jobs);
    const [, jobMinutes] = /'(\d+)'/.exec(job?.["timeout-minutes"] ?? "") ?? [];

    const said = new RegExp(`: ${jobMinutes}, [^.]* (\\d+[.,]\\d)\\.`).exec(readme.text)?.[1];
    expect(Number(said?.replace(",", "."))).toBe(minutes);
    expect(minutes).toBeLessThan(Number(jobMinutes));
  });

  test("tells to replace lines that the example has", () => {
    const placeholder = /OWNER\/orquestra@0{40}/.exec(readme.text)?.[0];

    expect(example).toContain(`uses: ${placeholder}`);
    expect(readme.text).toContain("`runs-on: ubuntu-latest`");
    expect(example).toContain("runs-on: ubuntu-latest");
  });

  test("names the box to tick as the page of the button does", () => {
    const { on } = parse(example) as Workflow;

    expect(readme.text).toContain(`_${on.workflow_dispatch.inputs["dry-run"]?.description}_`);
  });

  test("names only variables and secrets that an example reads", async () => {
    const others = ["fleet.yml", "watch.yml"].map((name) => readFile(`examples/${name}`, "utf8"));
    const read = [example, ...(await Promise.all(others))].join("\n");
    const named = readme.text.match(/\b(?:API|ORQUESTRA)_[A-Z_]+[A-Z]\b/g) ?? [];

    expect(named).toContain("ORQUESTRA_ALLOW_PLAIN_HTTP");
    for (const name of new Set(named)) expect(read).toMatch(new RegExp(`\\.${name}\\b`));
  });

  test("names every input that the shipped workflow does not simply read from its variable", async () => {
    const { inputs } = await readManifest();
    const named = [...sectionWith(readme, "`ORQUESTRA_SCRAPE_TIMEOUT`").matchAll(/`([a-z-]+)`/g)];
    const exceptions = Object.keys(inputs).filter((name) => {
      const variable = `ORQUESTRA_${name.toUpperCase().replaceAll("-", "_")}`;
      return !example.includes(` ${name}: \${{ vars.${variable} }}\n`);
    });

    expect(new Set(named.map(([, name = ""]) => name).filter((name) => name in inputs))).toEqual(
      new Set(["scrape-timeout", ...exceptions]),
    );
  });

  test("says of every path of the API what has to answer there", async () => {
    const { inputs } = await readManifest();
    const paths = Object.entries(inputs).filter(([name]) => name.endsWith("-path"));
    const contract = sectionWith(readme, "`total_books`");

    expect(paths.length).toBe(Object.keys(defaults().paths).length);
    for (const [, input] of paths) expect(contract).toContain(`${input.default}\``);
  });

  test("shows a step with inputs that the action has", async () => {
    const { inputs } = await readManifest();
    const block = readme.blocks.find(({ language }) => language === "yaml")?.text ?? "";
    const { steps } = parse(block) as { steps: readonly { with: Record<string, string> }[] };
    const given = Object.keys(steps[0]?.with ?? {});
    const required = Object.keys(inputs).filter((name) => inputs[name]?.required === "true");

    expect(given).toEqual(expect.arrayContaining(required));
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(given));
  });

  test("has a line that registers a user, who can then log in", async () => {
    const sandbox = await startSandbox({ books: 0, users: [] });
    sandboxes.push(sandbox);
    const [, line = ""] = /<!-- test: register -->\s+```sh\n([^]*?)```/.exec(readme.text) ?? [];
    const [, method] = /--request (\w+)/.exec(line) ?? [];
    const [, address = ""] = /(https:\S+)/.exec(line) ?? [];
    const [, body = ""] = /--data '([^']+)'/.exec(line) ?? [];
    const call = (route: string) =>
      fetch(new URL(route, sandbox.url), {
        method: method ?? "",
        body,
        headers: { "Content-Type": "application/json" },
      });

    expect((await call("/api/v1/auth/login")).status).toBe(401);
    expect((await call(new URL(address).pathname)).status).toBe(201);
    expect((await call("/api/v1/auth/login")).status).toBe(200);
  });

  test("shows only commands that npm start takes, a month among them", () => {
    const lines = [...readme.text.matchAll(/npm start -- ([^`\n]+)/g)].map(([, line = ""]) => line);
    const read = lines
      .filter((line) => line !== "--help")
      .map((line) => readArguments(line.split(" "), {}));

    expect(read).toContainEqual(expect.objectContaining({ faults: ["half-shop"] }));
    expect(read).toContainEqual(expect.objectContaining({ month: expect.anything() }));
  });

  test("says which Node is needed", async () => {
    const { engines } = JSON.parse(await readFile("package.json", "utf8")) as {
      engines: { node: string };
    };

    expect(readme.text).toContain(`Node ${engines.node.replace(">=", "")}`);
  });
});

test("the README has the commands that CI runs as its own", async () => {
  const { text } = await readPage("README.md");

  expect(text).toMatch(/<!-- ci: test -->\n+```sh\nnpm cit\n```\n/);
});

test.each([
  ["The headers of an answer", "Os cabeçalhos de uma resposta", HEADERS],
  ["The body of an answer", "O corpo de uma resposta", BODY],
  ["The answer of a training", "A resposta de um treino", TRAINING_BODY],
  ["The features", "As features", FEATURES_BODY],
])("the limits: %s", (english, portuguese, limit) => {
  expect(limits.en.text).toMatch(new RegExp(`^\\| ${english} +\\| ${limit}`, "m"));
  expect(limits.ptBR.text).toMatch(
    new RegExp(`^\\| ${portuguese} +\\| ${limit.replace(".", ",")}`, "m"),
  );
});

test("docs/architecture.md names every room of src/", async () => {
  const { text } = await readPage("docs/architecture.md");
  const config = await readFile(".oxlintrc.json", "utf8");
  const rooms = [
    ...config.matchAll(/"src\/(\w+)\/\*\*"\],\n\s+"rules": \{\n\s+"no-restricted-imports"/g),
  ];

  expect(rooms.length).toBeGreaterThan(5);
  for (const [, room] of rooms) expect(text).toMatch(new RegExp(`^\\| \`${room}\` `, "m"));
});

/** The settings of a team that set nothing but what it must. */
function defaults(): Settings {
  const given: Record<string, string> = {
    "api-url": "https://books.example.com",
    username: "books-bot",
    password: "long enough",
  };
  const source = { input: (name: string) => given[name] ?? "", workflow: "daily", job: "job" };
  const read = readSettings(
    source,
    createDoor((text) => text),
  );
  if (read.kind === "invalid") throw new Error("the defaults are not valid");
  return read.settings;
}
