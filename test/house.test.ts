import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";

const PURE = ["text", "settings", "pipeline", "alerts", "watch", "preflight", "report"];

/** What each room may import from outside its own folder: all of it, or its types only. */
const HOUSE: Readonly<Record<string, { readonly all: string[]; readonly types?: string[] }>> = {
  text: { all: [] },
  settings: { all: ["text", "valibot"] },
  pipeline: { all: ["text", "settings"] },
  alerts: { all: ["text", "settings", "pipeline"] },
  watch: { all: ["text", "pipeline", "alerts"] },
  preflight: { all: ["text", "settings", "pipeline", "alerts"] },
  report: { all: ["text", "settings", "pipeline", "alerts", "watch", "preflight"] },
  http: { all: ["text", "node:net", "@actions/http-client"] },
  books: { all: ["text", "http", "valibot"], types: ["settings", "pipeline"] },
  github: {
    all: [
      "text",
      "settings",
      "pipeline",
      "alerts",
      "watch",
      "preflight",
      "http",
      "valibot",
      "croner",
      "@actions/github",
      "libsodium-wrappers",
      "yaml",
    ],
  },
  webhook: { all: ["text", "alerts", "http"] },
  configure: {
    all: [
      ...PURE.filter((room) => !["alerts", "watch", "preflight"].includes(room)),
      "http",
      "books",
      "github",
      "node:net",
      "node:fs",
    ],
  },
  runner: {
    all: [...PURE, "valibot", "node:net", "node:fs", "node:process", "@actions/core"],
  },
};
const ROOMS = Object.keys(HOUSE);
const PACKAGES = [
  "valibot",
  "croner",
  "node:net",
  "node:fs",
  "node:process",
  "@actions/core",
  "@actions/github",
  "@actions/http-client",
  "libsodium-wrappers",
  "yaml",
];
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** Every effect that a room could have besides its imports, and the rooms that may. */
const EFFECTS: Readonly<Record<string, string[]>> = {
  "process.env": ["runner"],
  "fetch('')": ["github", "runner"],
  "Date.now()": ["runner"],
  "Math.random()": ["runner"],
  "setTimeout(() => 1)": ["http", "books", "github", "webhook", "configure", "runner"],
};

/** One file a mistake that the linter must see, types and other files in view. */
const MISTAKES = {
  "floating.ts": "export const x = async () => {};\nx();\n",
  "text/circle.ts": 'export { y } from "./round.ts";\nexport const x = 1;\n',
  "text/round.ts": 'export { x } from "./circle.ts";\nexport const y = 1;\n',
  "open-switch.ts":
    "export function x(y: 1 | 2) {\n  switch (y) {\n    case 1:\n      return y;\n  }\n}\n",
};

interface Finding {
  readonly code: string;
  readonly filename: string;
}

let house: string;
let findings: readonly Finding[];
let refused: Set<string>;

beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), "orquestra-house-"));
  await cp(".oxlintrc.json", join(house, ".oxlintrc.json"));
  for (const room of ROOMS) {
    await mkdir(join(house, "src", room), { recursive: true });
    for (const [name, source] of attempts(room)) {
      await writeFile(join(house, "src", room, name), source);
    }
  }
  for (const [file, source] of Object.entries(MISTAKES)) {
    await writeFile(join(house, "src", file), source);
  }
  findings = await lint(house);
  refused = new Set(
    findings.filter(({ code }) => code.includes("no-restricted-")).map(({ filename }) => filename),
  );
});

afterAll(() => rm(house, { recursive: true }));

test.each(ROOMS)("%s imports what the house lets it, and nothing else", (room) => {
  const { all, types = [] } = HOUSE[room] ?? { all: [] };
  const tried = targets(room).map(([name]) => name);
  const open = (kind: string) =>
    tried.filter((name) => !refused.has(`src/${room}/${kind}-${slug(name)}.ts`));

  expect(open("value").toSorted()).toEqual(all.toSorted());
  expect(open("type").toSorted()).toEqual([...all, ...types].toSorted());
});

test.each(ROOMS)("%s has only the effects that are its own", (room) => {
  const kept = Object.keys(EFFECTS).filter(
    (_, index) => !refused.has(`src/${room}/effect-${index}.ts`),
  );

  expect(kept).toEqual(Object.keys(EFFECTS).filter((effect) => EFFECTS[effect]?.includes(room)));
});

test.each([
  ["a promise that nobody awaits", "typescript(no-floating-promises)", "src/floating.ts"],
  ["a circle of imports", "import(no-cycle)", "src/text/circle.ts"],
  ["a switch that forgets a case", "typescript(switch-exhaustiveness-check)", "src/open-switch.ts"],
])("the linter finds %s", (_, code, filename) => {
  expect(findings).toContainEqual(expect.objectContaining({ code, filename }));
});

test.each(["books", "github", "settings"])(
  "%s reads nothing from outside that could take memory by what is wrong with it",
  async (room) => {
    const files = (await readdir(join("src", room))).map((name) => join("src", room, name));
    const sources = await Promise.all(files.map((file) => readFile(file, "utf8")));
    const reads = sources.join("\n").match(/\bv\.(?:safeParse|parse)\([^;]*;/g) ?? [];

    expect(reads).not.toEqual([]);
    expect(reads.filter((read) => !read.includes("FIRST_ISSUE"))).toEqual([]);
  },
);

/** Every import that a room could try: each other room, the index, the sandbox, each package. */
function targets(room: string): (readonly [name: string, path: string])[] {
  return [
    ...ROOMS.filter((other) => other !== room).map((other) => [other, `../${other}/x.ts`] as const),
    ["index", "../index.ts"],
    ["sandbox", "../../sandbox/x.ts"],
    ...PACKAGES.map((name) => [name, name] as const),
  ];
}

function attempts(room: string): (readonly [file: string, source: string])[] {
  return [
    ...targets(room).flatMap(([name, path]) => [
      [`value-${slug(name)}.ts`, `export { x } from "${path}";\n`] as const,
      [`type-${slug(name)}.ts`, `export type { X } from "${path}";\n`] as const,
    ]),
    ...Object.keys(EFFECTS).map(
      (effect, index) => [`effect-${index}.ts`, `export const x = ${effect};\n`] as const,
    ),
  ];
}

function slug(name: string): string {
  return name.replaceAll(/[^a-z]+/g, "-");
}

/** What the linter finds with the project's own configuration. */
async function lint(folder: string): Promise<readonly Finding[]> {
  const oxlint = join(process.cwd(), "node_modules/oxlint/bin/oxlint");
  const options = { cwd: folder, maxBuffer: MAX_OUTPUT_BYTES };
  const output = await new Promise<string>((resolve) => {
    // It exits with 1 as it finds what we put there; an output that is no JSON fails below.
    execFile(process.execPath, [oxlint, "--format=json"], options, (_, stdout) => resolve(stdout));
  });
  const { diagnostics } = JSON.parse(output) as { diagnostics: readonly Finding[] };
  return diagnostics;
}
