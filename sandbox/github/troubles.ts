/** Everything that can go wrong with GitHub itself. Any of them can be combined; the first one strikes. */
export const TROUBLES = {
  silence: "takes the request, and never answers",
  "cut-answer": "ends the connection in the middle of its answer",
  "html-500": "500 with a page",
  "html-502": "502 with a page",
  "primary-limit": "the token's requests of this hour are used up",
  "secondary-limit": "403, too many requests at once, with Retry-After",
  "secondary-limit-429": "the same as 429",
  "not-found": "404, as for a private repository that the token does not see",
  "html-answer": "200 with a page instead of JSON",
  "other-shape": "200 with JSON of another shape",
  "no-resource": "GraphQL's resource(url:) finds nothing",
} as const satisfies Record<string, string>;

export type TroubleName = keyof typeof TROUBLES;
export type Door = "graphql" | "rest";
/** A trouble of the whole API, or only of one of its two doors: `html-502@graphql`. */
export type Trouble = TroubleName | `${Exclude<TroubleName, "no-resource">}@${Door}`;

/** The troubles that are on now. */
export class Troubles {
  #on: readonly Trouble[] = [];

  set(troubles: readonly Trouble[]): void {
    this.#on = troubles;
  }

  has(name: TroubleName): boolean {
    return this.#on.includes(name);
  }

  /** The first one that is on at a door. */
  at(door: Door): TroubleName | undefined {
    for (const trouble of this.#on) {
      const [name, only = door] = trouble.split("@") as [TroubleName, Door?];
      if (only === door && name !== "no-resource") return name;
    }
    return undefined;
  }
}
