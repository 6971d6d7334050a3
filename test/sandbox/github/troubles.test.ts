import { request } from "node:http";
import { expect, test } from "@jest/globals";
import type { Trouble } from "../../../sandbox/github/troubles.ts";
import { ask, githubOf, HOME, rest, runOf, TOKEN } from "./client.ts";

const REPOSITORY = `GET ${HOME}`;
/** On loopback any answer is there long before. */
const PATIENCE_MS = 300;

test.each<[Trouble, number, unknown]>([
  ["html-500", 500, expect.stringContaining("<html>")],
  ["html-502", 502, expect.stringContaining("<html>")],
  ["html-answer", 200, expect.stringContaining("<html>")],
  ["other-shape", 200, { data: { run: { workflow: 5 } }, node_id: 5 }],
  ["not-found", 404, expect.objectContaining({ message: "Not Found" })],
])("%s", async (trouble, status, body) => {
  const github = await githubOf();
  github.setTroubles([trouble]);
  expect(await rest(github, REPOSITORY)).toMatchObject({ status, body });
  github.setTroubles([]);
  expect(await rest(github, REPOSITORY)).toMatchObject({ status: 200 });
});

test.each<[Trouble, number]>([
  ["secondary-limit", 403],
  ["secondary-limit-429", 429],
])("%s says how long to wait", async (trouble, status) => {
  const github = await githubOf();
  github.setTroubles([trouble]);
  const answer = await rest(github, REPOSITORY);
  expect(answer.status).toBe(status);
  expect(answer.headers.get("retry-after")).toBe("60");
  expect(answer.body).toMatchObject({ message: expect.stringMatching(/secondary rate limit/u) });
});

test("primary-limit: 403 on REST, an error with 200 on GraphQL", async () => {
  const github = await githubOf();
  github.setTroubles(["primary-limit"]);
  const answer = await rest(github, REPOSITORY);
  expect(answer.status).toBe(403);
  expect(answer.headers.get("x-ratelimit-remaining")).toBe("0");
  expect(answer.headers.get("x-ratelimit-reset")).toBe(String(github.store.nowMs / 1000 + 3_600));
  expect(await ask(github, "{ viewer { login } }")).toMatchObject({
    errors: [{ type: "RATE_LIMITED" }],
  });
});

test("cut-answer ends in the middle", async () => {
  const github = await githubOf();
  github.setTroubles(["cut-answer"]);
  await expect(rest(github, REPOSITORY)).rejects.toThrow(/terminated/u);
});

test("silence answers nothing, for as long as the caller waits", async () => {
  const github = await githubOf();
  github.setTroubles(["silence"]);
  const headers = { authorization: `token ${TOKEN}` };
  const answer = fetch(github.url + HOME, { headers, signal: AbortSignal.timeout(PATIENCE_MS) });
  await expect(answer).rejects.toThrow(/timeout/u);
  expect(github.calls()).toHaveLength(1);
});

test("a trouble can be at one door only", async () => {
  const github = await githubOf();
  github.setTroubles(["html-502@graphql"]);
  expect(await rest(github, REPOSITORY)).toMatchObject({ status: 200 });
  expect(await rest(github, "POST /graphql", { query: "{ viewer { login } }" })).toMatchObject({
    status: 502,
  });
  github.setTroubles(["html-502@rest"]);
  expect(await rest(github, REPOSITORY)).toMatchObject({ status: 502 });
  expect(await ask(github, "{ viewer { login } }")).not.toHaveProperty("errors");
});

test("no-resource: a page leads nowhere, a node id still does", async () => {
  const github = await githubOf();
  github.store.record(runOf(1));
  github.setTroubles(["no-resource"]);
  const page = "https://github.com/bookshop/pipelines/actions/runs/7000000001";
  expect(await ask(github, `{ resource(url: "${page}") { url } }`)).toEqual({
    data: { resource: null },
  });
  const { body } = await rest(github, `GET ${HOME}/actions/runs/7000000001`);
  const { node_id: id } = body as { node_id: string };
  expect(await ask(github, `{ node(id: "${id}") { id } }`)).toEqual({ data: { node: { id } } });
});

test("a caller without a name is sent away", async () => {
  const github = await githubOf();
  const status = await new Promise((resolve, reject) => {
    const sent = request(github.url + HOME, { agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on("error", reject);
    sent.end();
  });
  expect(status).toBe(403);
});
