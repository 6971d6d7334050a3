import { expect, test } from "@jest/globals";
import { callsTo, everythingSaid, runAgainst, sandboxOf, transcript, USER } from "./story.ts";

test("a good day: every task proves its work", async () => {
  const sandbox = await sandboxOf();

  const run = await runAgainst(sandbox.url);

  expect(run.exitCode).toBe(0);
  expect(transcript(run)).toBe(
    [
      "Orquestra 1.0.0, pipeline daily/pipeline",
      "Health …",
      "Health: API OK, database UP (⏱)",
      "Log in …",
      "Log in: as “etl-user” (⏱)",
      "Baseline …",
      "Baseline: 0 books before (⏱)",
      "Scrape …",
      "Scrape: 20 books collected (⏱)",
      "Check …",
      "Check: 20 stored, 20 reported, 0 before (⏱)",
      "Train …",
      "Train: 3 artifacts: “tfidf_vectorizer.pkl”, “cosine_sim_matrix.pkl”, “idx_series.pkl” (⏱)",
      "Verify …",
      "Verify: 20 books served to readers (⏱)",
      "Notice: v=1 pipeline=daily/pipeline attempt=1 records=20 before=0 scrape=⏱ train=⏱ artifacts=3",
    ].join("\n"),
  );
  expect(callsTo(sandbox)).toEqual([
    "GET /api/v1/health/ 200",
    "POST /api/v1/auth/login 200",
    "GET /api/v1/stats/overview 200",
    "POST /api/v1/scrape/ 200",
    "GET /api/v1/stats/overview 200",
    "GET /api/v1/ml/training-data 200",
    "GET /api/v1/ml/features 200",
  ]);
  expect(run.outputs).toMatchObject({
    result: "succeeded",
    "failed-task": "",
    "failure-code": "",
    records: "20",
    "records-before": "0",
    artifacts: '["tfidf_vectorizer.pkl","cosine_sim_matrix.pkl","idx_series.pkl"]',
  });
  expect(run.annotations.map(({ level, title }) => `${level} ${title}`)).toEqual([
    "notice Orquestra: succeeded",
  ]);
  expect(run.summary).toMatch(/^## ✅ 20 books refreshed, 3 model artifacts trained\n/);
});

test("the token and the password leave by no door, and the API's log leads to the run", async () => {
  const sandbox = await sandboxOf();

  const run = await runAgainst(sandbox.url, {}, { env: { RUNNER_DEBUG: "1" } });

  const tokens = run.masks.filter((mask) => mask.startsWith("eyJ"));
  expect(tokens).toHaveLength(2);
  expect(run.masks).toContain(USER.password);
  const said = everythingSaid(run);
  for (const secret of [...tokens, USER.password]) expect(said).not.toContain(secret);
  for (const { userAgent } of sandbox.calls()) {
    expect(userAgent).toMatch(
      /^orquestra\/1\.0\.0 \(\+https:\/\/github\.com\/[\w-]+\/[\w-]+\/actions\/runs\/\d+\/attempts\/1\)$/,
    );
  }
});

test("in Portuguese, people read Portuguese everywhere", async () => {
  const sandbox = await sandboxOf();

  const run = await runAgainst(sandbox.url, { language: "pt-BR", timezone: "America/Sao_Paulo" });

  expect(run.exitCode).toBe(0);
  expect(run.summary).toContain("20 livros");
  expect(run.summary).toContain("America/Sao_Paulo");
  expect(run.log.join("\n")).toContain("20 livros");
  expect(run.annotations.at(-1)?.title).toBe("Orquestra: succeeded");
});

test("tasks: each half runs alone where it is asked for", async () => {
  const sandbox = await sandboxOf();

  const scrape = await runAgainst(sandbox.url, { tasks: "scrape" });
  const scraped = callsTo(sandbox);
  const train = await runAgainst(sandbox.url, { tasks: "train" });
  const trained = callsTo(sandbox).slice(scraped.length);

  expect([scrape.exitCode, train.exitCode]).toEqual([0, 0]);
  expect(scraped).toContain("POST /api/v1/scrape/ 200");
  expect(scraped).not.toContain("GET /api/v1/ml/training-data 200");
  expect(trained).toContain("GET /api/v1/ml/training-data 200");
  expect(trained).not.toContain("POST /api/v1/scrape/ 200");
});

test("a dry run changes nothing", async () => {
  const sandbox = await sandboxOf();

  const run = await runAgainst(sandbox.url, { "dry-run": "true" });

  expect(run.exitCode).toBe(0);
  expect(callsTo(sandbox)).toEqual(["GET /api/v1/health/ 200", "POST /api/v1/auth/login 200"]);
  expect(run.annotations.at(-1)?.message).toBe(
    "v=1 pipeline=daily/pipeline attempt=1 mode=preflight",
  );
  expect(run.summary).toMatch(/^## ✅ /);
});
