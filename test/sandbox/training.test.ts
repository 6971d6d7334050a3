import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { bookNumber } from "../../sandbox/bookshop/catalogue.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { call, json, sandboxes, scrape, tokensOf, train } from "./client.ts";

const start = sandboxes();
const PREDICTIONS = "/api/v1/ml/predictions";
const JSON_TYPE = { "Content-Type": "application/json" };

type Prediction = { id: number; similarity_score: number; title: string };

describe("training-data", () => {
  test("says that an empty table gave nothing, with 200", async () => {
    const { url } = await start();
    const { access } = await tokensOf(url);
    const reply = await train(url, access);
    expect(reply.status).toBe(200);
    expect(json(reply)).toEqual({ msg: "Nenhum dado encontrado para treinamento." });
  });

  test("leaves three artifacts and names them", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "sandbox-test-"));
    const { url } = await start({ dataDir });
    const { access } = await tokensOf(url);
    await scrape(url, access);
    const reply = await train(url, access);
    const names = ["tfidf_vectorizer.pkl", "cosine_sim_matrix.pkl", "idx_series.pkl"];
    expect(reply.status).toBe(200);
    expect(json(reply)).toEqual({
      artifacts_saved: names,
      msg: "Pipeline de treinamento executado com sucesso",
    });
    const left = await readdir(join(dataDir, "ml_artifacts"));
    await rm(dataDir, { recursive: true });
    expect(left.toSorted()).toEqual(names.toSorted());
  });
});

describe("features", () => {
  test("of an empty table are an empty list", async () => {
    const { url } = await start();
    const { access } = await tokensOf(url);
    const reply = await call(url, "GET", "/api/v1/ml/features", { token: access });
    expect(reply.text).toBe('{\n  "features": [],\n  "total_records": 0\n}\n');
  });

  test("are the words that training sees, with total_records last", async () => {
    const { url } = await start();
    const { access } = await tokensOf(url);
    await scrape(url, access);
    const reply = await call(url, "GET", "/api/v1/ml/features", { token: access });
    expect(reply.text).toMatch(/,\n {2}"total_records": 20\n\}\n$/);
    const { features } = json(reply) as {
      features: { description: string; id: number; title: string }[];
    };
    expect(features).toHaveLength(20);
    for (const book of features) {
      expect(Object.keys(book)).toEqual(["description", "id", "title"]);
      expect(book.description).toMatch(/^[a-z]{3,}( [a-z]{3,})+$/);
      expect(` ${book.description} `).not.toMatch(/ (the|and|with|from) /);
    }
  });
});

describe("predictions", () => {
  test("are the ten nearest books, the nearest first, mostly of the same genre", async () => {
    const { url, token, title } = await trained(await start({ books: 60 }));
    const reply = await predict(url, token, title);
    expect(reply.status).toBe(200);
    const found = json(reply) as Prediction[];
    expect(found).toHaveLength(10);
    expect(found.map((one) => one.title)).not.toContain(title);
    const scores = found.map((one) => one.similarity_score);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
    expect(scores.every((score) => score > 0 && score < 1)).toBe(true);

    const genre = genresByTitle(60);
    const alike = found.filter((one) => genre.get(one.title) === genre.get(title));
    expect(alike.length).toBeGreaterThanOrEqual(5);
  });

  test("400 for a title that nobody knows", async () => {
    const { url, token } = await trained(await start());
    const reply = await predict(url, token, "zzz");
    expect(reply.status).toBe(400);
    expect(reply.text).toBe(
      '{\n  "error": "O t\\u00edtulo \\"zzz\\" n\\u00e3o foi encontrado na base de dados."\n}\n',
    );
  });

  test("415 in HTML without a JSON body, 400 for broken JSON and for no title", async () => {
    const { url } = await start();
    const { access: token } = await tokensOf(url);
    const none = await call(url, "GET", PREDICTIONS, { token });
    expect(none.status).toBe(415);
    expect(none.text).toContain("<title>415 Unsupported Media Type</title>");
    const broken = await call(url, "GET", PREDICTIONS, { token, body: "{", headers: JSON_TYPE });
    expect(broken.status).toBe(400);
    expect(broken.headers["content-type"]).toContain("text/html");
    const untitled = await call(url, "GET", PREDICTIONS, { token, body: "{}", headers: JSON_TYPE });
    expect(untitled.status).toBe(400);
    expect(json(untitled)).toEqual({ error: "Título do livro não fornecido" });
  });

  test("500 before the first training", async () => {
    const { url } = await start();
    const { access } = await tokensOf(url);
    const reply = await predict(url, access, "Any");
    expect(reply.status).toBe(500);
    expect(json(reply)).toEqual({
      error: "[Errno 2] No such file or directory: 'data/ml_artifacts/cosine_sim_matrix.pkl'",
    });
  });
});

function predict(url: string, token: string, title: string) {
  return call(url, "GET", PREDICTIONS, {
    token,
    body: JSON.stringify({ title }),
    headers: JSON_TYPE,
  });
}

async function trained({ url }: Sandbox): Promise<{ url: string; token: string; title: string }> {
  const { access } = await tokensOf(url);
  await scrape(url, access);
  await train(url, access);
  return { url, token: access, title: bookNumber(1).title };
}

function genresByTitle(books: number): Map<string, string> {
  const numbers = Array.from({ length: books }, (_, index) => index + 1);
  return new Map(
    numbers.map((number) => [bookNumber(number).title, bookNumber(number).genre.name]),
  );
}
