import { createHmac, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import type { Faults } from "../faults.ts";

export type TokenKind = "access" | "refresh";
export type TokenCheck =
  | { readonly kind: "valid"; readonly userId: number }
  | { readonly kind: "expired" }
  | { readonly kind: "invalid" };

const LIFE_SECONDS = { access: 60 * 60, refresh: 1_440 * 60 } as const;
const KEY_BYTES = 32;

type Claims = { sub: string; type: string; jti: string; exp: number };

/** Gives out and checks JSON Web Tokens (HS256), each of which the API can also let expire early. */
export class Tokens {
  readonly #faults: Faults;
  readonly #nowMs: () => number;
  /** Uses left by token id; a token that is not in it has expired whatever it says. */
  readonly #usesLeft = new Map<string, number>();
  #key = randomBytes(KEY_BYTES);

  constructor(faults: Faults, nowMs: () => number) {
    this.#faults = faults;
    this.#nowMs = nowMs;
  }

  issue(userId: number, kind: TokenKind): string {
    const life = LIFE_SECONDS[kind];
    const isOld = kind === "access" && this.#faults.has("expired-tokens");
    const iat = Math.floor(this.#nowMs() / 1_000) - (isOld ? life + 1 : 0);
    const jti = randomUUID();
    const dies = kind === "access" ? this.#faults.take("token-dies") : undefined;
    this.#usesLeft.set(jti, dies ?? Number.POSITIVE_INFINITY);
    const claims = { fresh: false, iat, jti, type: kind, sub: String(userId), nbf: iat };
    const text = `${encoded({ alg: "HS256", typ: "JWT" })}.${encoded({ ...claims, exp: iat + life })}`;
    return `${text}.${this.#signature(text).toString("base64url")}`;
  }

  /** Counts as a use of the token. */
  check(token: string, kind: TokenKind): TokenCheck {
    const [header, payload, signature, ...rest] = token.split(".");
    if (!header || !payload || !signature || rest.length > 0) return { kind: "invalid" };
    const given = Buffer.from(signature, "base64url");
    const right = this.#signature(`${header}.${payload}`);
    if (given.length !== right.length || !timingSafeEqual(given, right)) return { kind: "invalid" };

    // The signature is ours, so the claims are, too.
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as Claims;
    const usesLeft = this.#usesLeft.get(claims.jti) ?? 0;
    if (claims.exp * 1_000 <= this.#nowMs() || usesLeft === 0) return { kind: "expired" };
    if (claims.type !== kind) return { kind: "invalid" };
    this.#usesLeft.set(claims.jti, usesLeft - 1);
    return { kind: "valid", userId: Number(claims.sub) };
  }

  /** All tokens given out so far answer as expired from now on. */
  expireAll(): void {
    this.#usesLeft.clear();
  }

  /** All tokens given out so far answer as invalid from now on, as after a restart with another key. */
  changeKey(): void {
    this.#key = randomBytes(KEY_BYTES);
  }

  #signature(text: string): Buffer {
    return createHmac("sha256", this.#key).update(text).digest();
  }
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
