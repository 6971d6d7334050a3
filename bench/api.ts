import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** One request as it arrived; enough to send it once more. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

const BOOKS = 20;

/** The API on a good day. Fixed times in the token: its life is counted from its own `iat`. */
const ANSWERS: Readonly<Record<string, unknown>> = {
  "GET /api/v1/health/": {
    api_status: "OK",
    db_status: "UP",
    timestamp: "2026-11-22T19:04:39.212763",
  },
  "POST /api/v1/auth/login": {
    access_token: jwt({ iat: 1_700_000_000, exp: 1_700_003_600, sub: "1" }),
    refresh_token: jwt({ iat: 1_700_000_000, exp: 1_700_086_400, sub: "1" }),
    user_id: 1,
  },
  "GET /api/v1/stats/overview": {
    avg_price: 36.59,
    rating_distribution: [{ rating: "One", total: BOOKS }],
    total_books: BOOKS,
  },
  "POST /api/v1/scrape/": { msg: "Web scraping realizado com sucesso", total_records: BOOKS },
  "GET /api/v1/ml/training-data": {
    artifacts_saved: ["tfidf_vectorizer.pkl", "cosine_sim_matrix.pkl", "idx_series.pkl"],
    msg: "Pipeline de treinamento executado com sucesso",
  },
  "GET /api/v1/ml/features": {
    features: Array.from({ length: BOOKS }, (_, index) => ({
      description: "A book that is as good as the last one. ".repeat(25),
      id: index + 1,
      title: `Book ${index + 1}`,
    })),
    total_records: BOOKS,
  },
};

function jwt(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}.${"s".repeat(43)}`;
}

/**
 * Run as a child process, so that its work does not count as its caller's: answers at once, sends its
 * port when it listens, and to each later message the requests since the one before. It ends with its
 * caller.
 */
function serve(tell: (message: number | readonly Sent[]) => void): void {
  let sent: Sent[] = [];
  const server = createServer((request, response) => {
    const { method = "", url: path = "" } = request;
    const answer = ANSWERS[`${method} ${path}`];
    void text(request).then((body) => {
      sent.push({ method, path, body });
      response.writeHead(answer === undefined ? 404 : 200, {
        "content-type": "application/json",
        connection: "close",
      });
      response.end(JSON.stringify(answer ?? { error: "not found" }, undefined, 2));
    });
  });
  process.on("message", () => {
    tell(sent);
    sent = [];
  });
  process.once("disconnect", () => process.exit());
  server.listen(0, "127.0.0.1", () => tell((server.address() as AddressInfo).port));
}

if (process.send) serve(process.send.bind(process));
