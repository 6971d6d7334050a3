export type FaultKind = {
  /** One line, for `--help` and for the answer to a name that does not exist. */
  readonly means: string;
  /** The number that may follow the colon, when none is given; absent where a number means nothing. */
  readonly usual?: number;
};

/** Everything that can go wrong in the sandbox. Any of them can be combined. */
export const FAULTS = {
  "empty-shop": { means: "the shop has no categories: scrape answers 200 without a record" },
  "half-shop": { means: "the shop fails after N % of its books: a small success", usual: 40 },
  "redesigned-shop": { means: "the shop has other HTML: scrape answers 500 in JSON" },
  "shop-down": { means: "the shop drops every connection: scrape answers 200 without a record" },
  "slow-shop": { means: "each page of the shop takes N milliseconds", usual: 300 },
  "database-down": {
    means: "health says DOWN, login crashes, scrape fails after all the scraping",
  },
  "database-restarted": { means: "the next N calls that need the database fail", usual: 1 },
  "empty-training": { means: "training finds an empty table: 200 without artifacts" },
  "stale-stats": { means: "stats are cached for an hour from their first read" },
  "expired-tokens": { means: "every access token has expired when it is given out" },
  "tokens-expire-once": { means: "all tokens given out so far expire now; new ones work" },
  "token-dies": { means: "the next access token given out expires after N uses", usual: 2 },
  "new-key": { means: "the API restarts with a new key: all tokens so far are invalid" },
  "slow-answers": { means: "scrape and training wait N seconds before they answer", usual: 5 },
  "cut-answer": { means: "scrape does its work, then the connection is cut" },
  "cut-training": { means: "training does its work, then the connection is cut" },
  "killed-worker": { means: "a scrape longer than N seconds is killed: 500 in HTML", usual: 30 },
  "call-limit": { means: "N calls a minute to a route instead of 60", usual: 5 },
  "html-health": { means: "health answers 200 with a page instead of JSON" },
  crash: { means: "scrape and training crash before they do anything: 500 in HTML" },
  gunicorn: { means: "crashes show gunicorn's 265 bytes instead of the debugger's page" },
} as const satisfies Record<string, FaultKind>;

export type FaultName = keyof typeof FAULTS;
/** A fault by name, with a number after a colon where it has one: `half-shop`, `slow-answers:5`. */
export type Fault = FaultName | `${FaultName}:${number}`;

/** A fault that does not exist, or a number where none belongs; the message says what would be right. */
export class UnknownFault extends Error {
  override name = "UnknownFault";
}

/** The faults that are on now. The shop and the API ask it at the moment when each one would strike. */
export class Faults {
  readonly #on = new Map<FaultName, number>();

  constructor(faults: readonly string[]) {
    this.set(faults);
  }

  /** Replaces all the faults; throws UnknownFault and changes nothing when one cannot be read. */
  set(faults: readonly string[]): void {
    const read = faults.map((text) => parseFault(text));
    this.#on.clear();
    for (const [name, number] of read) this.#on.set(name, number);
  }

  has(name: FaultName): boolean {
    return this.#on.has(name);
  }

  /** The number of a fault that is on: the one given with it, or the usual one. */
  number(name: FaultName): number {
    return this.#on.get(name) ?? usualNumber(name);
  }

  /** Uses up one of a fault that strikes N times; false when it is off or used up. */
  strikes(name: FaultName): boolean {
    const left = this.#on.get(name) ?? 0;
    if (left > 1) this.#on.set(name, left - 1);
    else this.#on.delete(name);
    return left > 0;
  }

  /** Switches a fault off and gives its number; undefined when it was off. */
  take(name: FaultName): number | undefined {
    const number = this.#on.get(name);
    this.#on.delete(name);
    return number;
  }

  list(): Fault[] {
    return [...this.#on].map(([name, number]) => written(name, number));
  }
}

/**
 * Reads one fault as people write it; throws UnknownFault.
 *
 * @param others what its place takes besides, read by somebody else
 */
export function readFault(text: string, others: readonly string[] = []): Fault {
  return written(...parseFault(text, others));
}

function written(name: FaultName, number: number): Fault {
  return number === usualNumber(name) ? name : `${name}:${number}`;
}

function parseFault(text: string, others: readonly string[] = []): [FaultName, number] {
  const [name = "", number, ...rest] = text.split(":");
  if (!isFaultName(name)) {
    const known = [...Object.keys(FAULTS), ...others];
    throw new UnknownFault(`no fault "${name}"; there are ${known.join(", ")}`);
  }
  const takesNumber = "usual" in FAULTS[name];
  if (number === undefined) return [name, usualNumber(name)];
  if (!takesNumber || rest.length > 0 || !/^\d+(\.\d+)?$/.test(number)) {
    throw new UnknownFault(`"${text}" should read ${name}${takesNumber ? ":NUMBER" : ""}`);
  }
  return [name, Number(number)];
}

function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(FAULTS, name);
}

function usualNumber(name: FaultName): number {
  const kind: FaultKind = FAULTS[name];
  return kind.usual ?? 1;
}
