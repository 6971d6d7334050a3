import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { parse } from "yaml";
import type { Language } from "../../src/settings/settings.ts";
import { inputs as inputsInPortuguese, outputs as outputsInPortuguese } from "./action.pt-BR.ts";

const ManifestSchema = v.object({
  inputs: v.record(
    v.string(),
    v.object({
      description: v.string(),
      required: v.optional(v.string()),
      default: v.optional(v.string()),
    }),
  ),
  outputs: v.record(v.string(), v.object({ description: v.string() })),
});

/** What action.yml says of its inputs and outputs, in its order. */
export type Manifest = v.InferOutput<typeof ManifestSchema>;

/** All scalars are strings there, as inputs are: `false` stays "false". */
export async function readManifest(): Promise<Manifest> {
  const text = await readFile(new URL("../../action.yml", import.meta.url), "utf8");
  return v.parse(ManifestSchema, parse(text, { schema: "failsafe" }));
}

/**
 * The manifest with its descriptions in a language.
 *
 * @throws Error when a translation is missing or belongs to nothing
 */
export function inLanguage({ inputs, outputs }: Manifest, language: Language): Manifest {
  switch (language) {
    case "en":
      return { inputs, outputs };
    case "pt-BR":
      return {
        inputs: translated(inputs, inputsInPortuguese),
        outputs: translated(outputs, outputsInPortuguese),
      };
  }
}

function translated<T extends { readonly description: string }>(
  members: Readonly<Record<string, T>>,
  descriptions: ReadonlyMap<string, string>,
): Record<string, T> {
  for (const name of descriptions.keys()) {
    if (!(name in members)) throw new Error(`action.yml has no ${name}: remove its translation`);
  }
  const entries = Object.entries(members).map(([name, member]) => {
    const description = descriptions.get(name);
    if (description === undefined) throw new Error(`${name} of action.yml is not translated`);
    return [name, { ...member, description }] as const;
  });
  return Object.fromEntries(entries);
}
