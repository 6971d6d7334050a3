import * as v from "valibot";
import { release } from "../http/gather.ts";
import type { Sender } from "../http/send.ts";
import { FIRST_ISSUE } from "../text/first-issue.ts";
import { AS_BYTES, jsonIn } from "./answer.ts";
import { fetchWithin } from "./fetch.ts";
import { brief, itemsIn } from "./items.ts";
import { Refused, refusalOf } from "./refusal.ts";

/** GitHub answers within a second or two, or is in trouble. */
const CALL_TIMEOUT_MS = 20_000;
/** 20 issues with bodies of 65,536 characters, the most that GitHub takes, of which JSON makes 6 bytes each. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;
/** 500 variables of a repository are 17 pages: what has more never ends. */
const MAX_PAGES = 50;
/** The most that GitHub gives of variables at once; of secrets it would give more. */
const PER_PAGE = 30;

/** GitHub's REST API as one token sees it. Every call throws {@link Refused} when GitHub does not do it. */
export interface Rest {
  get<T>(path: string, schema: v.GenericSchema<unknown, T>): Promise<T>;
  /**
   * One page of a list that anybody can write to: of `most` items those that are wanted. The others are
   * looked at without their long texts, which may be megabytes.
   */
  page<T>(
    path: string,
    item: v.GenericSchema<unknown, T>,
    most: number,
    isWanted: (item: T) => boolean,
  ): Promise<{ readonly wanted: readonly T[]; readonly isFull: boolean }>;
  /** All of a list that comes in pages under `key`, with `total_count` beside it. */
  list<T>(path: string, key: string, item: v.GenericSchema<unknown, T>): Promise<readonly T[]>;
  send(
    method: "POST" | "PATCH" | "PUT",
    path: string,
    body?: Readonly<Record<string, unknown>>,
  ): Promise<void>;
  /** Makes something, and gives what GitHub tells of it. */
  create<T>(
    path: string,
    body: Readonly<Record<string, unknown>>,
    schema: v.GenericSchema<unknown, T>,
  ): Promise<T>;
}

/** @param apiUrl `https://api.github.com`, without a slash at its end */
export async function openRest(
  token: string,
  apiUrl: string,
  sender: Sender,
  today: () => Date,
): Promise<Rest> {
  const { getOctokit } = await import("@actions/github");
  const octokit = getOctokit(token, {
    baseUrl: apiUrl,
    request: {
      fetch: (url: string, init: RequestInit) =>
        fetchWithin(CALL_TIMEOUT_MS, MAX_ANSWER_BYTES, sender)(url, init),
      ...AS_BYTES,
    },
  });

  async function call(
    route: string,
    body: Readonly<Record<string, unknown>> = {},
  ): Promise<unknown> {
    const [name = ""] = route.split("?");
    try {
      const { status, data } = await octokit.request(route, body);
      // Nothing follows a redirect: the token would go with it.
      if (status < 300) return data;
    } catch (error) {
      throw new Refused(refusalOf(name, error, today()));
    }
    throw new Refused({ call: name, words: "", kind: "moved" });
  }

  async function ask<T>(
    route: string,
    schema: v.GenericSchema<unknown, T>,
    body?: Readonly<Record<string, unknown>>,
  ): Promise<T> {
    return readAs(schema, jsonIn(await call(route, body)), route);
  }
  const get: Rest["get"] = (path, schema) => ask(`GET ${path}`, schema);

  return {
    get,
    async page(path, item, most, isWanted) {
      const route = `GET ${path}`;
      const page = await call(route);
      const items = Buffer.isBuffer(page) ? itemsIn(page, most) : undefined;
      if (!Buffer.isBuffer(page) || items === undefined) throw malformed(route);
      const text = v.pipe(v.string(), v.parseJson(), item);
      const wanted = items
        .filter((json) => isWanted(readAs(text, brief(json), route)))
        .map((json) => readAs(text, json.toString("utf8"), route));
      release(page);
      return { wanted, isFull: items.length === most };
    },
    // By number, as the links to further pages could lead anywhere.
    async list(path, key, item) {
      const page = v.object({ total_count: v.number(), [key]: v.array(item) });
      const found: v.InferOutput<typeof item>[] = [];
      for (let number = 1; number <= MAX_PAGES; number += 1) {
        const answer = await get(`${path}?per_page=${PER_PAGE}&page=${number}`, page);
        const items = answer[key] as v.InferOutput<typeof item>[];
        found.push(...items);
        if (items.length === 0 || found.length >= Number(answer.total_count)) break;
      }
      return found;
    },
    async send(method, path, body) {
      await call(`${method} ${path}`, body);
    },
    create: (path, body, schema) => ask(`POST ${path}`, schema, body),
  };
}

/** @throws Refused for what is not of this shape */
function readAs<T>(schema: v.GenericSchema<unknown, T>, answer: unknown, route: string): T {
  const read = v.safeParse(schema, answer, FIRST_ISSUE);
  if (read.success) return read.output;
  throw malformed(route);
}

function malformed(call: string): Refused {
  return new Refused({ call, words: "", kind: "malformed" });
}
