import { existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { readManifest, inLanguage } from "../../docs/generator/manifest.ts";
import { FAILURE_CODES } from "../../src/pipeline/failure.ts";
import { readPage, type Page } from "./page.ts";

const PAGES = [
  "README.md",
  "README.pt-BR.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "action/preflight/README.md",
  "action/watch/README.md",
  "docs/architecture.md",
  "docs/costs.md",
  "docs/costs.pt-BR.md",
  "docs/failures.md",
  "docs/failures.pt-BR.md",
  "docs/from-airflow.md",
  "docs/from-airflow.pt-BR.md",
  "docs/limits.md",
  "docs/limits.pt-BR.md",
  "docs/reliability.md",
  "docs/reliability.pt-BR.md",
];
const READMES = [
  ["README.md", "en"],
  ["README.pt-BR.md", "pt-BR"],
] as const;
const MAX_PICTURE_BYTES = 200_000;

const pages = new Map<string, Page>();

beforeAll(async () => {
  for (const path of PAGES) pages.set(path, await readPage(path));
});

describe.each(PAGES)("%s", (path) => {
  test("links to files and headings that exist", () => {
    const broken = pageAt(path).targets.filter((target) => !resolves(path, target));

    expect(broken).toEqual([]);
  });

  test("names only npm scripts that exist", async () => {
    const { scripts } = JSON.parse(await readFile("package.json", "utf8")) as {
      scripts: Record<string, string>;
    };
    const named = [...pageAt(path).text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name);

    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
  });
});

describe.each(READMES)("%s", (path, language) => {
  test("describes every input, output and failure code", async () => {
    const { inputs, outputs } = inLanguage(await readManifest(), language);
    const { text } = pageAt(path);

    for (const [name, { description }] of Object.entries({ ...inputs, ...outputs })) {
      expect(text).toMatch(new RegExp(`^\\| \`${name}\` .*\\|`, "m"));
      expect(text).toContain(description);
    }
    for (const code of FAILURE_CODES) expect(text).toContain(`[\`${code}\`](`);
  });
});

test.each([
  ["README.md", "README.pt-BR.md"],
  ["docs/failures.md", "docs/failures.pt-BR.md"],
  ["docs/reliability.md", "docs/reliability.pt-BR.md"],
  ["docs/from-airflow.md", "docs/from-airflow.pt-BR.md"],
  ["docs/costs.md", "docs/costs.pt-BR.md"],
  ["docs/limits.md", "docs/limits.pt-BR.md"],
])("%s and its translation have the same headings, links and commands", (english, portuguese) => {
  const [en, ptBR] = [pageAt(english), pageAt(portuguese)];
  const files = (page: Page, path: string) => [
    ...new Set(
      page.targets
        .filter((target) => !target.startsWith("#"))
        .filter((target) => !target.includes("/") || target.includes("images"))
        .map((target) => inNoLanguage(path, target).replace("README.md", "")),
    ),
  ];

  expect(ptBR.depths).toEqual(en.depths);
  expect(files(ptBR, portuguese).toSorted()).toEqual(files(en, english).toSorted());
  expect(ptBR.blocks.map(({ language }) => language)).toEqual(
    en.blocks.map(({ language }) => language),
  );
});

test.each(["docs/failures.md", "docs/failures.pt-BR.md"])(
  "%s has the heading that every summary links to",
  (path) => {
    expect(pageAt(path).anchors).toEqual(expect.arrayContaining([...FAILURE_CODES]));
  },
);

test("every picture is shown, and none is large", async () => {
  const shown = READMES.flatMap(([path]) => pageAt(path).targets);

  for (const name of await readdir("docs/images")) {
    expect(shown).toContain(`docs/images/${name}`);
    const { size } = await stat(join("docs/images", name));
    expect(size).toBeLessThan(MAX_PICTURE_BYTES);
  }
});

function pageAt(path: string): Page {
  const page = pages.get(path);
  if (!page) throw new Error(`${path} is not among the pages`);
  return page;
}

/** A heading by its place in its page, as its words are those of a language. */
function inNoLanguage(from: string, target: string): string {
  const [file = "", anchor] = target.split("#");
  const name = file.replace(/\.(pt-BR|en)\./, ".");
  if (anchor === undefined) return name;
  const place = pages.get(join(dirname(from), file))?.anchors.indexOf(decodeURI(anchor));
  return `${name}#${place ?? "?"}`;
}

/** Addresses of the web are not asked: a test must not depend on who answers today. */
function resolves(from: string, target: string): boolean {
  if (target.startsWith("https://")) return true;
  const [file = "", anchor] = target.split("#");
  const path = file === "" ? from : join(dirname(from), decodeURI(file));
  if (!existsSync(path)) return false;
  return anchor === undefined || (pages.get(path)?.anchors.includes(decodeURI(anchor)) ?? false);
}
