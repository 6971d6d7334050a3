import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { parse } from "yaml";

const ManifestSchema = v.object({
  inputs: v.optional(
    v.record(
      v.string(),
      v.object({ default: v.optional(v.string(), ""), deprecationMessage: v.optional(v.string()) }),
    ),
    {},
  ),
  // Strict: an action that asks for what is not played here must not seem to work.
  runs: v.strictObject({
    using: v.literal("node24"),
    main: v.string(),
    post: v.optional(v.string()),
    "post-if": v.optional(v.literal("always()")),
  }),
});

/** What an action.yml declares, as far as running it needs. */
export type Manifest = v.InferOutput<typeof ManifestSchema>;

/** Reads `action.yml` in `folder`. All scalars are strings, as inputs are: `false` stays "false". */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, "action.yml"), "utf8");
  return v.parse(ManifestSchema, parse(text, { schema: "failsafe" }));
}

/** The values of all inputs: given ones as they are, the others by their defaults. */
export function resolveInputs(
  manifest: Manifest,
  given: Readonly<Record<string, string>>,
  token: string,
): Record<string, string> {
  const names = new Set(Object.keys(given).map((name) => name.toLowerCase()));
  const defaults = Object.entries(manifest.inputs)
    .filter(([name]) => !names.has(name.toLowerCase()))
    .map(([name, input]): [string, string] => [name, evaluate(input.default, token)]);
  return { ...given, ...Object.fromEntries(defaults) };
}

/** What the runner warns of before it starts the action. */
export function inputWarnings(
  manifest: Manifest,
  given: Readonly<Record<string, string>>,
): string[] {
  const declared = new Map(
    Object.entries(manifest.inputs).map(([name, input]) => [name.toLowerCase(), input]),
  );
  const unexpected = Object.keys(given).filter((name) => !declared.has(name.toLowerCase()));
  const deprecated = Object.keys(given).flatMap((name) => {
    const message = declared.get(name.toLowerCase())?.deprecationMessage;
    return message === undefined
      ? []
      : [`Input '${name}' has been deprecated with message: ${message}`];
  });
  if (unexpected.length === 0) return deprecated;
  const valid = quoted(Object.keys(manifest.inputs));
  return [...deprecated, `Unexpected input(s) ${quoted(unexpected)}, valid inputs are [${valid}]`];
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(", ");
}

function evaluate(text: string, token: string): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/gu, (_, expression: string) => {
    if (expression === "github.token") return token;
    throw new Error(`action.yml: the stand-in cannot evaluate \${{ ${expression} }}`);
  });
}
