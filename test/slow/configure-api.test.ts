import { createServer } from "node:http";
import { describe, expect, test } from "@jest/globals";
import { close, listen } from "../../sandbox/listen.ts";
import { PASSWORD, REPO, stage, USER } from "../configure/command.ts";

describe("the API", () => {
  test("one that cannot be reached from here is a warning", async () => {
    const { run, kept } = stage();
    const env = { ...USER, API_URL: "https://127.0.0.1:1" };
    const ran = await run(REPO, { env });
    expect(ran).toMatchObject({ exitCode: 0, err: "" });
    expect(ran.out).toContain(
      "⚠ The API could not be reached from this machine. Nothing listens at",
    );
    expect(ran.out).toContain("GitHub's own machines cannot reach it either");
    expect(ran.out).not.toContain("the runner");
    expect(kept().variables).toEqual({ API_URL: "https://127.0.0.1:1" });
  });

  test("one that only this machine does not reach may be reached from GitHub", async () => {
    const { run } = stage();
    const env = { ...USER, API_URL: "https://books.invalid" };
    const ran = await run([...REPO, "--dry-run"], { env });
    expect(ran).toMatchObject({ exitCode: 0, err: "" });
    expect(ran.out).toContain("This machine finds no host named “books.invalid”");
    expect(ran.out).toContain("GitHub's machines may still reach it");
  });

  test("one in trouble is a warning, in the words of a run's own report", async () => {
    const { run, books } = stage();
    books.setFaults(["database-down"]);
    const ran = await run(REPO, { env: { ...USER, API_URL: books.url } });
    expect(ran.exitCode).toBe(0);
    expect(ran.out).toContain("⚠ The API reported an error.");
  });

  test.each([[[]], [["--dry-run"]]])(
    "one that does not know what a run calls is an error, unless it is not tried: %j",
    async (more) => {
      const { run, books, kept } = stage();
      const env = { ...USER, API_URL: `${books.url}/api/v1` };
      const ran = await run([...REPO, ...more], { env });
      expect(ran).toMatchObject({
        exitCode: 1,
        err: expect.stringContaining("(api-call-unknown)"),
      });
      expect(ran.err).toContain(
        "  It answered HTTP 404 to “POST /api/v1/api/v1/auth/login”. API_URL ends in /api/v1,",
      );
      expect(kept()).toEqual({ variables: {}, secrets: {} });
    },
  );

  test("one under other paths is tried with them", async () => {
    const { run, books, github, kept } = stage();
    const { variables } = github.store.shelves.repository;
    variables.set("ORQUESTRA_LOGIN_PATH", "/auth/login", 0);
    variables.set("ORQUESTRA_HEALTH_PATH", "/health/", 0);
    const env = { ...USER, API_URL: `${books.url}/api/v1` };
    const ran = await run(REPO, { env });
    expect(ran).toMatchObject({ exitCode: 0, err: "" });
    expect(ran.out).toContain("✔ The API is up and accepts the log-in.");
    expect(kept().secrets).toEqual(USER);
  });

  test("is not tried at all with --no-probe", async () => {
    const { run, books, kept } = stage();
    const env = { ...USER, API_PASSWORD: "wrong one", API_URL: books.url };
    expect(await run([...REPO, "--no-probe"], { env })).toMatchObject({ exitCode: 0, err: "" });
    expect(books.calls()).toEqual([]);
    expect(kept().secrets).toMatchObject({ API_PASSWORD: "wrong one" });
  });

  test("an export's number is named as the first to look at", async () => {
    const { run, books, write } = stage();
    const file = await write("v.json", { api_username: "books-bot", api_password: 123456 });
    const ran = await run([...REPO, "--from", file, "--api-url", books.url]);
    expect(ran.err).toContain("Airflow exported API_PASSWORD as a number or an object");
  });

  test("a user who is there already has another password", async () => {
    const { run, books, kept } = stage();
    const env = { ...USER, API_PASSWORD: "wrong one", API_URL: books.url };
    const ran = await run([...REPO, "--register"], { env });
    expect(ran).toMatchObject({ exitCode: 1, err: expect.stringContaining("(user-exists)") });
    expect(kept()).toEqual({ variables: {}, secrets: {} });
  });

  test("a dry run registers nobody", async () => {
    const { run, books } = stage();
    const env = { API_URL: books.url, API_USERNAME: "new-bot", API_PASSWORD: PASSWORD };
    const ran = await run([...REPO, "--register", "--dry-run"], { env });
    expect(ran.exitCode).toBe(0);
    expect(ran.out).toContain("would be registered");
    expect(books.calls().map(({ path }) => path)).not.toContain("/api/v1/auth/register");
  });

  test("Ctrl+C while it does not answer: nothing is set", async () => {
    const { run, kept } = stage();
    const silent = createServer();
    const env = { ...USER, API_URL: `http://127.0.0.1:${await listen(silent, "127.0.0.1", 0)}` };
    const ran = await run(REPO, {
      env,
      started: (child) => silent.once("request", () => child.kill("SIGINT")),
    });
    await close(silent);
    expect(ran).toMatchObject({ exitCode: 130, err: expect.stringContaining("(interrupted)") });
    expect(ran.err).toContain("Nothing was set on GitHub.");
    expect(kept()).toEqual({ variables: {}, secrets: {} });
  });
});

describe("the address", () => {
  test.each([
    ["ftp://books.example", "cannot be read"],
    ["https://bot:secret@books.example", "holds a user name or a password"],
    ["https://books.example/?x=1", "is too long"],
  ])("%s is refused", async (url, words) => {
    const { run } = stage();
    const ran = await run([...REPO, "--api-url", url], { env: USER });
    expect(ran).toMatchObject({ exitCode: 1, err: expect.stringContaining(words) });
    expect(ran.err).not.toContain("bot:secret");
  });

  test("the name that Docker gives a machine is a warning, and the last that is said", async () => {
    const { run, books } = stage();
    const API_URL = `http://host.docker.internal:${new URL(books.url).port}`;
    const ran = await run(REPO, { env: { ...USER, API_URL } });
    expect(ran).toMatchObject({ exitCode: 0, err: "" });
    expect(ran.out).toContain("exists only inside the containers of Docker Desktop");
    expect(ran.out).not.toMatch(/taken for right|in its network can/);
    expect(ran.out).toMatch(/⚠ API_URL has the host host\.docker\.internal, .*\n$/);
  });

  test("one that means the job's own machine is told for that, and what was taken for right", async () => {
    const { run } = stage();
    const args = [...REPO, "--no-probe", "--dry-run", "--workflow", "."];
    const ran = await run(args, { env: { ...USER, API_URL: "http://127.0.0.1:5000" } });
    expect(ran).toMatchObject({ exitCode: 0, err: "" });
    expect(ran.out).toContain("the very machine on which the job runs");
    expect(ran.out).toContain("http://api:5000");
    expect(ran.out).toContain("There is no terminal in which to ask: it is taken for right");
    expect(ran.out).toContain("It says runs-on: self-hosted");
  });

  test("a private one comes with a warning; a public repository with another", async () => {
    const { run, books, github } = stage();
    const env = { ...USER, API_URL: books.url };
    expect((await run(REPO, { env })).out).toContain("needs a self-hosted runner");
    github.store.change({ visibility: "public" });
    expect((await run(REPO, { env })).out).toContain("Never connect a self-hosted runner to it");
  });
});
