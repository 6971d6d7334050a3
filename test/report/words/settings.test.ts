import { readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import { createFormat } from "../../../src/report/format.ts";
import { sayProblem } from "../../../src/report/speak.ts";
import { markdownVoice } from "../../../src/report/voice.ts";
import { WORDS } from "../../../src/report/words/index.ts";
import { placeOf, pageOfOurs, storedAs, storeOf } from "../../../src/report/words/places.ts";
import type { Scene } from "../../../src/report/words/words.ts";
import { LANGUAGES, type SettingsProblem } from "../../../src/settings/settings.ts";
import type { Plain } from "../../../src/text/plain.ts";

const links = {
  run: undefined,
  variables: "https://github.example/variables",
  secrets: "https://github.example/secrets",
  workflow: "https://github.example/acme/books/blob/HEAD/.github/workflows/pipeline.yml",
  failures: "https://github.example/acme/orquestra/blob/v1/docs/failures.md",
};
const scene: Scene = { hostKind: "public", runner: "github-hosted", links };

const SECRET = (name: string) => `[\`${name}\`](${links.secrets})`;
const VARIABLE = (name: string) => `[\`${name}\`](${links.variables})`;

const CASES: readonly (readonly [SettingsProblem, en: string, pt: string])[] = [
  [
    { kind: "missing", input: "api-url" },
    `from the variable ${VARIABLE("API_URL")}; a secret of that name is not read.`,
    `da variável ${VARIABLE("API_URL")}; um segredo com esse nome não é lido.`,
  ],
  [
    { kind: "missing", input: "username" },
    `from the secret ${SECRET("API_USERNAME")} or the [variable](${links.variables}) of that name.`,
    `do segredo ${SECRET("API_USERNAME")} ou da [variável](${links.variables}) com esse nome.`,
  ],
  [
    { kind: "missing", input: "password" },
    `from the secret ${SECRET("API_PASSWORD")}; a variable of that name is not read.`,
    `do segredo ${SECRET("API_PASSWORD")}; uma variável com esse nome não é lida.`,
  ],
  [
    {
      kind: "malformed",
      input: "api-url",
      value: "books.example.com" as Plain,
      expected: "url-with-scheme",
    },
    `It does not begin with \`https://\` or \`http://\`. Change the variable ${VARIABLE("API_URL")}.`,
    `Não começa com \`https://\` nem com \`http://\`. Altere a variável ${VARIABLE("API_URL")}.`,
  ],
  [
    { kind: "malformed", input: "warm-up", value: "600" as Plain, expected: "duration" },
    `or \`1h30m\`. Change the variable ${VARIABLE("ORQUESTRA_WARM_UP")}.`,
    `ou \`1h30m\`. Altere a variável ${VARIABLE("ORQUESTRA_WARM_UP")}.`,
  ],
  [
    {
      kind: "malformed",
      input: "schedule-timezone",
      value: "Sao_Paulo" as Plain,
      expected: "time-zone",
    },
    "Change the line in [the workflow's own file](https://github.example/acme/books/blob/HEAD/.github/workflows/pipeline.yml).",
    "Altere a linha no [arquivo do workflow](https://github.example/acme/books/blob/HEAD/.github/workflows/pipeline.yml).",
  ],
  [
    { kind: "malformed", input: "dry-run", value: "yes" as Plain, expected: "boolean" },
    "must be `true` or `false`.",
    "deve ser `true` ou `false`.",
  ],
];

test.each(CASES)("%j ends with where it is put right", (problem, en, pt) => {
  const [english, portuguese] = LANGUAGES.map((language) =>
    sayProblem(WORDS[language], problem, scene, markdownVoice(createFormat(language, "UTC"))),
  );

  expect(english?.slice(-en.length)).toBe(en);
  expect(portuguese?.slice(-pt.length)).toBe(pt);
});

test("an address with a scheme is not said to have none", () => {
  const problem = { kind: "malformed", input: "api-url", expected: "url" } as const;
  const said = sayProblem(
    WORDS.en,
    { ...problem, value: "https://a//b" as Plain },
    scene,
    markdownVoice(createFormat("en", "UTC")),
  );

  expect(said).not.toContain("does not begin");
});

test("each store is the one that the shipped workflow reads, and no other", async () => {
  const workflow = await readFile(".github/workflows/pipeline.yml", "utf8");
  const bindings = [...workflow.matchAll(/^ {10}([a-z-]+): \$\{\{ (.+) \}\}$/gm)];
  const read = bindings.map(([, input = "", expression = ""]) => {
    const [secret, variable] = ["secrets.", "vars."].map((store) =>
      expression.includes(`${store}${storedAs(input)}`),
    );
    return [input, secret && variable ? "either" : secret ? "secret" : variable ? "variable" : ""];
  });

  expect(read.length).toBeGreaterThan(20);
  expect(read).toEqual(
    read.map(([input = ""]) => [input, input === "dry-run" ? "" : storeOf(input)]),
  );
  expect(
    read.map(([input = ""]) => input).filter((input) => placeOf(input) !== "variable"),
  ).toEqual(["username", "password", "dry-run", "notify-url", "ping-url"]);
});

test.each([
  ["README.md#for-every-path", "## For every path"],
  ["README.pt-BR.md#para-todos-os-caminhos", "## Para todos os caminhos"],
])("%s is a page beside the failure codes, with that heading", async (page, heading) => {
  expect(pageOfOurs(page, links)).toBe(`https://github.example/acme/orquestra/blob/v1/${page}`);
  expect(await readFile(page.replace(/#.*/, ""), "utf8")).toContain(`\n#${heading}\n`);
  expect(pageOfOurs(page, { ...links, failures: undefined })).toBeUndefined();
  expect(pageOfOurs(page, { ...links, failures: "/docs/failures.md" })).toBeUndefined();
});
