import type { IncomingHttpHeaders } from "node:http";

/** One request to be made, once. */
export interface Request {
  readonly method: "GET" | "POST" | "PUT" | "PATCH";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** ms for the whole exchange, from name resolution to the last byte of the body. */
  readonly timeoutMs: number;
  /** The body is dropped with the connection when it grows beyond. */
  readonly maxBodyBytes: number;
}

/** What happened, as far as this side of the wire can know. */
export type Ending =
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly headers: IncomingHttpHeaders;
      readonly body: Buffer;
    }
  /** It failed before the request went out: nothing can have happened on the other side. */
  | { readonly kind: "not-sent"; readonly obstacle: Obstacle }
  /** It went out, and the connection was reset, closed or cut before the answer was whole. */
  | { readonly kind: "lost"; readonly during: "headers" | "body"; readonly detail: string }
  /** It went out, and its time was over before the answer was whole. */
  | { readonly kind: "deadline"; readonly during: "headers" | "body" }
  | {
      readonly kind: "too-large";
      readonly part: "headers" | "body";
      readonly limitBytes: number;
      /** Of an answer whose body is too large. */
      readonly status?: number;
    }
  /** It went out, and what came back is not HTTP. */
  | { readonly kind: "garbage"; readonly detail: string }
  | { readonly kind: "cancelled"; readonly sent: boolean };

/** What stood in the way before a request went out. `code` is Node's or OpenSSL's own word for it. */
export type Obstacle =
  | { readonly kind: "connect"; readonly code: string; readonly detail: string }
  | { readonly kind: "certificate"; readonly code: string; readonly detail: string }
  /** The other side lets in no client without a certificate of its own. */
  | { readonly kind: "certificate-wanted"; readonly detail: string }
  | { readonly kind: "stalled"; readonly during: "name" | "connect" | "tls" }
  | { readonly kind: "proxy"; readonly proxy: string; readonly detail: string };

export interface Exchange {
  readonly ending: Ending;
  readonly tookMs: number;
  /** Of the body, as received. */
  readonly bytes: number;
}
