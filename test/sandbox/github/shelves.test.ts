import { describe, expect, test } from "@jest/globals";
import sodium from "libsodium-wrappers";
import type { GitHub } from "../../../sandbox/github/github.ts";
import type { Permissions } from "../../../sandbox/github/access.ts";
import { githubOf, HOME, rest } from "./client.ts";

const WRITING: Permissions = {
  actions: "write",
  actions_variables: "write",
  administration: "write",
  environments: "write",
  secrets: "write",
};
const STAGING = `${HOME}/environments/staging%2Feu`;

/** Seals a value as any client of GitHub does. */
async function sealed(github: GitHub, shelf: string, value: string) {
  const { body } = await rest(github, `GET ${shelf}/secrets/public-key`);
  const { key, key_id } = body as { key: string; key_id: string };
  await sodium.ready;
  const bytes = sodium.from_base64(key, sodium.base64_variants.ORIGINAL);
  const box = sodium.crypto_box_seal(value, bytes);
  return { encrypted_value: sodium.to_base64(box, sodium.base64_variants.ORIGINAL), key_id };
}

describe.each([
  ["the repository", `${HOME}/actions`],
  ["an environment", STAGING],
])("of %s", (_, shelf) => {
  async function github() {
    const started = await githubOf(WRITING);
    if (shelf === STAGING) await rest(started, `PUT ${STAGING}`);
    return started;
  }

  test("a variable is made once, changed, and listed by its name in capitals", async () => {
    const started = await github();
    const make = { name: "api_url", value: "http://old.example" };
    expect((await rest(started, `POST ${shelf}/variables`, make)).status).toBe(201);
    expect(await rest(started, `POST ${shelf}/variables`, make)).toMatchObject({
      status: 409,
      body: { message: expect.stringContaining("already exists") },
    });
    const change = { value: "http://new.example" };
    expect((await rest(started, `PATCH ${shelf}/variables/API_URL`, change)).status).toBe(204);
    expect((await rest(started, `PATCH ${shelf}/variables/NONE`, change)).status).toBe(404);
    expect((await rest(started, `GET ${shelf}/variables`)).body).toMatchObject({
      total_count: 1,
      variables: [{ name: "API_URL", value: "http://new.example" }],
    });
  });

  test("a secret goes in sealed, and only its name and dates come out", async () => {
    const started = await github();
    const put = `PUT ${shelf}/secrets/API_PASSWORD`;
    expect((await rest(started, put, await sealed(started, shelf, "first"))).status).toBe(201);
    started.store.moveTo(Date.parse("2026-11-23T10:00:00Z"));
    expect((await rest(started, put, await sealed(started, shelf, "çedilha 🔑"))).status).toBe(204);
    expect((await rest(started, `GET ${shelf}/secrets`)).body).toEqual({
      total_count: 1,
      secrets: [
        {
          name: "API_PASSWORD",
          created_at: "2026-11-22T06:17:00Z",
          updated_at: "2026-11-23T10:00:00Z",
        },
      ],
    });
    const { shelves } = started.store;
    const kept = shelf === STAGING ? shelves.environment("Staging/EU")?.shelf : shelves.repository;
    expect(kept?.secrets.values()).toEqual({ API_PASSWORD: "çedilha 🔑" });
  });

  test.each([
    ["a secret that is not sealed", "PUT", "secrets/X", { encrypted_value: "Zm9v", key_id: "1" }],
    ["a name that begins with GITHUB_", "POST", "variables", { name: "GITHUB_X", value: "" }],
    ["a name with a space", "POST", "variables", { name: "A B", value: "" }],
    ["a variable without a value", "POST", "variables", { name: "A" }],
    ["a value over 48 KB", "POST", "variables", { name: "A", value: "x".repeat(50_000) }],
  ])("%s is refused", async (__, method, path, body) => {
    expect((await rest(await github(), `${method} ${shelf}/${path}`, body)).status).toBe(422);
  });
});

test("a secret that was sealed with another shelf's key is refused", async () => {
  const github = await githubOf(WRITING);
  await rest(github, `PUT ${STAGING}`);
  const body = await sealed(github, STAGING, "x");
  expect((await rest(github, `PUT ${HOME}/actions/secrets/X`, body)).status).toBe(422);
});

test("an environment is not there until somebody makes it, and making it twice changes nothing", async () => {
  const github = await githubOf(WRITING);
  expect((await rest(github, `GET ${STAGING}`)).status).toBe(404);
  expect((await rest(github, `GET ${STAGING}/variables`)).status).toBe(404);
  const made = await rest(github, `PUT ${STAGING}`);
  expect(made).toMatchObject({ status: 200, body: { name: "staging/eu" } });
  expect((await rest(github, `PUT ${STAGING}`)).body).toEqual(made.body);
});

test("what the organisation lends to the repository", async () => {
  const github = await githubOf({ actions_variables: "read", secrets: "read" });
  github.store.shelves.organization.variables.set("API_URL", "https://x.example", 0);
  github.store.shelves.organization.secrets.set("API_PASSWORD", "secret", 0);
  const { body } = await rest(github, `GET ${HOME}/actions/organization-variables`);
  expect(body).toMatchObject({ variables: [{ name: "API_URL", value: "https://x.example" }] });
  const secrets = await rest(github, `GET ${HOME}/actions/organization-secrets`);
  expect(JSON.stringify(secrets.body)).toMatch(/^(?!.*secret").*API_PASSWORD/u);
});

test("ten to a page unless asked otherwise, and never more than thirty variables", async () => {
  const github = await githubOf({ actions_variables: "read" });
  for (let number = 0; number < 40; number += 1) {
    github.store.shelves.repository.variables.set(`V_${number}`, "", 0);
  }
  const page = async (query: string) => {
    const { body, headers } = await rest(github, `GET ${HOME}/actions/variables${query}`);
    const { variables, total_count: all } = body as { variables: unknown[]; total_count: number };
    return [variables.length, all, headers.get("link")?.includes('rel="next"') ?? false];
  };
  expect(await page("")).toEqual([10, 40, true]);
  expect(await page("?per_page=100")).toEqual([30, 40, true]);
  expect(await page("?per_page=30&page=2")).toEqual([10, 40, false]);
});

test("a run of a workflow can be asked for, on a branch that is there", async () => {
  const github = await githubOf(WRITING);
  const call = `POST ${HOME}/actions/workflows/preflight.yml/dispatches`;
  expect((await rest(github, call, { ref: "main" })).status).toBe(404);
  github.store.addWorkflow({ path: ".github/workflows/preflight.yml", name: "Preflight" });
  expect((await rest(github, call, {})).status).toBe(422);
  expect((await rest(github, call, { ref: "none" })).status).toBe(422);
  expect((await rest(github, call, { ref: "main" })).status).toBe(204);
  expect(github.store.dispatches()).toEqual([
    { path: ".github/workflows/preflight.yml", ref: "main", inputs: {} },
  ]);
});

test("a run is not asked for with an input that its workflow does not have", async () => {
  const github = await githubOf(WRITING);
  const path = ".github/workflows/preflight.yml";
  const call = `POST ${HOME}/actions/workflows/preflight.yml/dispatches`;
  const asked = { ref: "main", inputs: { environment: "staging" } };
  github.store.addWorkflow({ path, name: "Preflight" });
  for (const button of ["", "{ inputs: { other: {} } }"]) {
    github.store.push(path, `on: { workflow_dispatch: ${button} }\n`);
    expect(await rest(github, call, asked)).toMatchObject({
      status: 422,
      body: { message: 'Unexpected inputs provided: ["environment"]' },
    });
  }
  github.store.push(path, "on: { workflow_dispatch: { inputs: { environment: {} } } }\n");
  expect((await rest(github, call, asked)).status).toBe(204);
  expect(github.store.dispatches()).toMatchObject([{ inputs: { environment: "staging" } }]);
});

describe("who may", () => {
  test.each([
    ["actions_variables=write", `POST ${HOME}/actions/variables`],
    ["actions_variables=read", `GET ${HOME}/actions/variables`],
    ["secrets=read", `GET ${HOME}/actions/secrets/public-key`],
    ["secrets=write", `PUT ${HOME}/actions/secrets/X`],
    ["environments=write", `PUT ${STAGING}/secrets/X`],
    ["administration=write", `PUT ${STAGING}`],
    ["actions=write", `POST ${HOME}/actions/workflows/preflight.yml/dispatches`],
  ])("not without %s: %s", async (needed, call) => {
    const github = await githubOf({});
    github.grant("github_pat_person", {}, "librarian");
    const headers = { authorization: "bearer github_pat_person" };
    const answer = await rest(github, call, call.startsWith("GET") ? undefined : {}, headers);
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({
      message: "Resource not accessible by personal access token",
    });
    expect(answer.headers.get("x-accepted-github-permissions")).toBe(needed);
  });

  test("nobody without a token, however public the repository is", async () => {
    const github = await githubOf();
    github.store.change({ visibility: "public" });
    for (const path of ["variables", "secrets"]) {
      expect((await rest(github, `GET ${HOME}/actions/${path}`, undefined, {})).status).toBe(404);
    }
  });
});
