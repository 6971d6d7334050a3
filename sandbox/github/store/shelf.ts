import { KeyPair } from "./key-pair.ts";

export interface Entry {
  readonly name: string;
  /** A secret's is in clear here, so that a test can read what GitHub would never show. */
  readonly value: string;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

/** Variables or secrets by their names, whatever their case; GitHub keeps names in capitals. */
class Entries {
  readonly #entries = new Map<string, Entry>();

  get(name: string): Entry | undefined {
    return this.#entries.get(name.toUpperCase());
  }

  set(name: string, value: string, nowMs: number): void {
    const key = name.toUpperCase();
    const createdAtMs = this.#entries.get(key)?.createdAtMs ?? nowMs;
    this.#entries.set(key, { name: key, value, createdAtMs, updatedAtMs: nowMs });
  }

  list(): readonly Entry[] {
    return [...this.#entries.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** For a test: names and values at a glance. */
  values(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.list().map(({ name, value }) => [name, value]));
  }
}

/** What workflows read as `vars` and `secrets`: of a repository, an environment or an organisation. */
export class Shelf {
  readonly variables = new Entries();
  readonly secrets = new Entries();
  readonly keys: KeyPair;

  constructor(number: number) {
    this.keys = new KeyPair(number);
  }
}

export interface Environment {
  readonly id: number;
  readonly name: string;
  readonly createdAtMs: number;
  readonly shelf: Shelf;
}

const FIRST_ENVIRONMENT_ID = 7_120_443_001;

/** All shelves that a workflow of the repository may read. */
export class Shelves {
  readonly repository = new Shelf(0);
  readonly organization = new Shelf(1);
  readonly #environments = new Map<string, Environment>();

  /** Names of environments are told apart by more than their case. */
  environment(name: string): Environment | undefined {
    return this.#environments.get(name.toLowerCase());
  }

  addEnvironment(name: string, nowMs: number): Environment {
    const known = this.environment(name);
    if (known) return known;
    const count = this.#environments.size;
    const shelf = new Shelf(2 + count);
    const added = { id: FIRST_ENVIRONMENT_ID + count, name, createdAtMs: nowMs, shelf };
    this.#environments.set(name.toLowerCase(), added);
    return added;
  }
}
