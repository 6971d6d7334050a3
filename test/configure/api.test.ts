import { describe, expect, test } from "@jest/globals";
import { PASSWORD, REPO, stage, USER } from "./command.ts";

describe("the API", () => {
  test("one that refuses the log-in ends it before anything is set", async () => {
    const { run, books, kept } = stage();
    const ran = await run(REPO, {
      env: { ...USER, API_PASSWORD: "wrong one", API_URL: books.url },
    });
    expect(ran.exitCode).toBe(1);
    expect(ran.err).toContain("(credentials-rejected)");
    expect(ran.err).toContain("“Usuário ou senha inválidas”");
    expect(ran.err).not.toContain("wrong one");
    expect(kept()).toEqual({ variables: {}, secrets: {} });
  });

  test("registers the user when told to, once", async () => {
    const { run, books } = stage();
    const env = { API_URL: books.url, API_USERNAME: "new-bot", API_PASSWORD: PASSWORD };
    const ran = await run([...REPO, "--register"], { env });
    expect(ran).toMatchObject({ exitCode: 0, err: "" });
    expect(ran.out).toContain("✔ The user is registered.");
    const calls = books.calls().map(({ method, path, status }) => `${method} ${path} ${status}`);
    expect(calls.filter((call) => call.includes("register"))).toEqual([
      "POST /api/v1/auth/register 201",
    ]);
  });
});

describe("the address", () => {
  const PUBLIC = { ...USER, API_URL: "http://books.invalid:5000" };

  test("plain HTTP to a public host has to be accepted", async () => {
    const { run, kept } = stage();
    const refused = await run([...REPO, "--no-probe"], { env: PUBLIC });
    expect(refused).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining("(address-invalid)"),
    });
    expect(refused.err).toContain("--allow-plain-http");
    expect(kept().variables).toEqual({});

    const args = [...REPO, "--no-probe", "--allow-plain-http"];
    expect(await run(args, { env: PUBLIC })).toMatchObject({ exitCode: 0 });
    const variables = { API_URL: PUBLIC.API_URL, ORQUESTRA_ALLOW_PLAIN_HTTP: "true" };
    expect(kept().variables).toEqual(variables);
    // Accepted once, it is accepted.
    expect(await run([...REPO, "--no-probe"], { env: PUBLIC })).toMatchObject({ exitCode: 0 });
  });
});
