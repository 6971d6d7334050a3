import type { IncomingHttpHeaders } from "node:http";
import type { Json } from "./json.ts";

/** One request as a route sees it, its body read to the end. */
export type Call = {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** With its question mark; empty when there is none. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The address it came from. */
  readonly caller: string;
};

/** What the API does with the connection; `cut` closes it although the work was done. */
export type Answer =
  | { readonly kind: "json"; readonly status: number; readonly body: Json }
  | {
      readonly kind: "html";
      readonly status: number;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: "cut"; readonly status: number };

type Place = { readonly method: "GET" | "POST"; readonly path: string };

/** A method and a path, what token it asks for, and what it answers. */
export type Route =
  | (Place & { readonly token: "none"; answer(call: Call): Answer | Promise<Answer> })
  | (Place & {
      readonly token: "access" | "refresh";
      answer(call: Call, userId: number): Answer | Promise<Answer>;
    });

export function json(status: number, body: Json): Answer {
  return { kind: "json", status, body };
}

export function html(status: number, body: string, headers?: Record<string, string>): Answer {
  return { kind: "html", status, body, ...(headers && { headers }) };
}
