import type { TaskName } from "../../src/pipeline/names.ts";

export interface User {
  readonly username: string;
  readonly password: string;
}

/** Records before the scrape and after it. */
export const BOOKS = 20;
const ARTIFACTS = ["tfidf_vectorizer.pkl", "cosine_sim_matrix.pkl", "idx_series.pkl"];

/** An answer in JSON as Flask gives it, or in HTML when the body is a text. */
export function answer(
  status: number,
  body: object | string,
  headers: Readonly<Record<string, string>> = {},
): string {
  const isHtml = typeof body === "string";
  const text = isHtml ? body : JSON.stringify(body);
  const lines = Object.entries({
    "Content-Type": isHtml ? "text/html; charset=utf-8" : "application/json",
    "Content-Length": String(Buffer.byteLength(text)),
    Connection: "close",
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Whatever\r\n${lines.join("")}\r\n${text}`;
}

/** Gives out tokens and knows the last one. */
export interface Door {
  /** All that it ever gave out, refresh tokens included. */
  readonly tokens: readonly string[];
  /** The answer of a day on which all goes well, to whoever has logged in. */
  answerTo(task: TaskName, head: string, body: string): string;
}

export interface DoorOptions {
  readonly user: User;
  /** How long tokens last, in seconds, as they themselves say; without it they say nothing. */
  readonly tokenSeconds?: number | undefined;
  /** The one token that it gives out. */
  readonly token?: string | undefined;
}

export function createDoor({ user, tokenSeconds, token }: DoorOptions): Door {
  const tokens: string[] = [];
  let valid = "";

  const logIn = (body: string): string => {
    if (body !== JSON.stringify(user)) return answer(401, { error: "Usuário ou senha inválidas" });
    valid = token ?? tokenOf(tokens.length, tokenSeconds);
    const refresh = tokenOf(tokens.length + 1, tokenSeconds);
    tokens.push(valid, refresh);
    return answer(200, { access_token: valid, refresh_token: refresh, user_id: 1 });
  };
  return {
    tokens,
    answerTo(task, head, body) {
      if (task === "login") return logIn(body);
      if (task === "health") return answer(200, { api_status: "OK", db_status: "UP" });
      const given = /^authorization: Bearer (\S+)$/im.exec(head)?.[1];
      return given === valid ? answer(200, PROOFS[task]) : answer(401, { error: "Token inválido" });
    },
  };
}

const STATS = { avg_price: 36.59, rating_distribution: [], total_books: BOOKS };
const PROOFS = {
  baseline: STATS,
  scrape: { msg: "Web scraping realizado com sucesso", total_records: BOOKS },
  gate: STATS,
  train: { artifacts_saved: ARTIFACTS, msg: "Pipeline de treinamento executado com sucesso" },
  verify: { features: [], total_records: BOOKS },
} as const;

/** Looks like a JWT, and is another one each time. */
function tokenOf(serial: number, seconds: number | undefined): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const now = Math.floor(Date.now() / 1000);
  const claims = seconds === undefined ? {} : { iat: now, exp: now + seconds };
  const signature = part({ signed: `by key ${process.pid}, number ${serial}` });
  return `${part({ alg: "HS256" })}.${part({ jti: serial * 7919, ...claims })}.${signature}`;
}
