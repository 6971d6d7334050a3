import * as v from "valibot";
import { instant } from "../settings/instant.ts";
import { Refused } from "./refusal.ts";
import { repositoryReads, type RepositoryReads } from "./repository.ts";
import type { Rest } from "./rest.ts";
import { sealedFor } from "./sealed-box.ts";

/** What workflows read as `vars` and `secrets`, by their names in capitals. */
export interface Shelf {
  variables(): Promise<ReadonlyMap<string, string>>;
  /** When each was last written; what they hold GitHub tells nobody. */
  secrets(): Promise<ReadonlyMap<string, Date>>;
}

/** A shelf of our own: the repository's, or an environment's. */
export interface OwnShelf extends Shelf {
  /** @param isKnown whether it is there already: making and changing are two calls */
  setVariable(name: string, value: string, isKnown: boolean): Promise<void>;
  setSecret(name: string, value: string): Promise<void>;
}

/** The settings of one repository, and its workflows. Every call throws `Refused` when GitHub does not do it. */
export interface RepositorySettings extends RepositoryReads {
  /** The repository's own without a name, else that environment's. */
  shelf(environment?: string): OwnShelf;
  /** What the organisation lends to this repository. */
  lent(): Shelf;
  createEnvironment(name: string): Promise<void>;
  /**
   * @param file the name of a workflow's file, such as `preflight.yml`
   * @returns false when GitHub knows none, or the token may not know
   */
  hasWorkflow(file: string): Promise<boolean>;
  startWorkflow(
    file: string,
    branch: string,
    inputs: Readonly<Record<string, string>>,
  ): Promise<void>;
}

const variable = v.object({ name: v.string(), value: v.string() });
const secret = v.object({ name: v.string(), updated_at: instant });
const publicKey = v.object({ key_id: v.string(), key: v.pipe(v.string(), v.base64()) });

export function repositorySettings(rest: Rest, owner: string, name: string): RepositorySettings {
  const home = `/repos/${owner}/${name}`;
  const reads = repositoryReads(rest, owner, name);
  const environmentAt = (environment: string) =>
    `${home}/environments/${encodeURIComponent(environment)}`;

  return {
    ...reads,
    shelf: (environment) =>
      ownShelf(rest, environment === undefined ? `${home}/actions` : environmentAt(environment)),
    lent: () => shelfAt(rest, `${home}/actions/organization-`),
    createEnvironment: (environment) => rest.send("PUT", environmentAt(environment)),
    async hasWorkflow(file) {
      try {
        await reads.workflowState(file);
        return true;
      } catch (error) {
        const kind = error instanceof Refused ? error.refusal.kind : undefined;
        if (kind === "not-found" || kind === "not-permitted") return false;
        throw error;
      }
    },
    startWorkflow: (file, ref, inputs) =>
      rest.send("POST", `${home}/actions/workflows/${file}/dispatches`, { ref, inputs }),
  };
}

/** @param prefix what stands before `variables` and `secrets` in the paths of the API */
function shelfAt(rest: Rest, prefix: string): Shelf {
  return {
    async variables() {
      const found = await rest.list(`${prefix}variables`, "variables", variable);
      return new Map(found.map((one) => [one.name.toUpperCase(), one.value]));
    },
    async secrets() {
      const found = await rest.list(`${prefix}secrets`, "secrets", secret);
      return new Map(found.map((one) => [one.name.toUpperCase(), one.updated_at]));
    },
  };
}

function ownShelf(rest: Rest, path: string): OwnShelf {
  return {
    ...shelfAt(rest, `${path}/`),
    setVariable: (name, value, isKnown) =>
      isKnown
        ? rest.send("PATCH", `${path}/variables/${name}`, { value })
        : rest.send("POST", `${path}/variables`, { name, value }),
    async setSecret(name, value) {
      const { key_id, key } = await rest.get(`${path}/secrets/public-key`, publicKey);
      const encrypted_value = await sealedFor(key, value);
      await rest.send("PUT", `${path}/secrets/${name}`, { encrypted_value, key_id });
    },
  };
}
