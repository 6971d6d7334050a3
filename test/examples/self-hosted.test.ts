import { execFile } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { parse } from "yaml";

interface Service {
  readonly image: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
}

const REPOSITORY = "bookshop/pipelines";

/** Stands for everything in the image that the command starts: it writes down how. */
const STUB = `#!/usr/bin/env bash
{ echo "\${0##*/} $*"; env | grep ^RUNNER_ | sort; } >> calls
[ "\${0##*/}" != curl ] || echo '{"token": "for-one-job"}'
[ "\${0##*/}" != jq ] || echo for-one-job
`;

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "orquestra-runner-"));
  for (const program of ["config.sh", "run.sh", "curl", "jq"]) {
    await writeFile(join(home, program), STUB);
    await chmod(join(home, program), 0o755);
  }
});
afterEach(() => rm(home, { recursive: true }));

describe("compose.yml", () => {
  test("is a runner in the API's network, without rights that it does not need", async () => {
    const file = await read("compose.yml");

    expect(file.services.runner).toMatchObject({
      image: expect.stringMatching(/^ghcr\.io\/actions\/actions-runner:\d+\.\d+\.\d+$/),
      user: "runner",
      restart: "unless-stopped",
      networks: ["default", "api"],
      cap_drop: ["ALL"],
      security_opt: ["no-new-privileges:true"],
      mem_limit: "1g",
      cpus: 1,
      pids_limit: 512,
    });
    expect(file.networks.api).toMatchObject({ external: true });
    expect(file.services.runner.volumes).toEqual(["home:/home/runner"]);
    expect(file.services.runner).not.toHaveProperty("ports");
    expect(file.services.runner).not.toHaveProperty("privileged");
  });

  test("registers once, and lets no job see the token", async () => {
    const { runner } = (await read("compose.yml")).services;
    const given = { RUNNER_REPOSITORY: REPOSITORY, RUNNER_TOKEN: "for-an-hour" };

    expect(await start(runner, given)).toEqual([
      `config.sh --unattended --replace --name orquestra --url https://github.com/${REPOSITORY} --token for-an-hour`,
      `RUNNER_REPOSITORY=${REPOSITORY}`,
      "RUNNER_TOKEN=for-an-hour",
      "run.sh ",
      `RUNNER_REPOSITORY=${REPOSITORY}`,
    ]);

    await writeFile(join(home, ".runner"), "{}");
    expect(await start(runner, { ...given, RUNNER_TOKEN: "" })).toEqual([
      "run.sh ",
      `RUNNER_REPOSITORY=${REPOSITORY}`,
    ]);
  });

  test("waits for no job when it could not be registered", async () => {
    const { runner } = (await read("compose.yml")).services;
    await writeFile(join(home, "config.sh"), "#!/usr/bin/env bash\nexit 1\n");

    await expect(start(runner, { RUNNER_REPOSITORY: REPOSITORY })).rejects.toThrow("calls");
  });
});

describe("ephemeral.yml", () => {
  test("registers for one job, and lets that job see no token", async () => {
    const runner = { ...(await read("ephemeral.yml")).services.runner };
    await writeFile(join(home, ".runner"), "of a job that was cut off");
    const calls = await start(runner, {
      RUNNER_REPOSITORY: REPOSITORY,
      RUNNER_ADMIN_TOKEN: "may-administer",
    });

    expect(calls.filter((line) => !line.startsWith("RUNNER_"))).toEqual([
      expect.stringMatching(
        `^curl .*--request POST --header Authorization: Bearer may-administer https://api.github.com/repos/${REPOSITORY}/actions/runners/registration-token$`,
      ),
      "jq -r .token",
      expect.stringMatching(
        /^config\.sh --unattended --replace --ephemeral .*--token for-one-job$/,
      ),
      "run.sh ",
    ]);
    expect(calls.slice(calls.indexOf("run.sh "))).toEqual([
      "run.sh ",
      `RUNNER_REPOSITORY=${REPOSITORY}`,
    ]);
    await expect(readFile(join(home, ".runner"))).rejects.toThrow("ENOENT");
  });
});

test.each(["compose.yml", "ephemeral.yml"])(
  "%s holds no secret, and no way to Docker",
  async (name) => {
    const { environment } = (await read(name)).services.runner;
    const text = await readFile(`examples/self-hosted/${name}`, "utf8");

    for (const value of Object.values(environment)) expect(value).toMatch(/^\$\{\w+:[?-][^}]*\}$/);
    expect(text).not.toMatch(/docker\.sock|gh[pousr]_|github_pat_/);
  },
);

/** What a merge of Compose's needs of its own, `!reset`, is nothing to a parser of YAML. */
async function read(name: string) {
  const text = await readFile(`examples/self-hosted/${name}`, "utf8");
  return parse(text, { logLevel: "error" }) as {
    readonly services: { readonly runner: Service };
    readonly networks: Readonly<Record<string, object>>;
  };
}

/** Runs the command as a container would, and says what it started, with which variables of ours. */
async function start({ command }: Service, given: Readonly<Record<string, string>>) {
  // Compose reads $ as the beginning of a variable, and $$ as $.
  const [program = "", ...args] = command.map((word) => word.replaceAll("$$", "$"));
  await rm(join(home, "calls"), { force: true });
  await new Promise((done) => {
    const env = { PATH: `${home}:${process.env["PATH"] ?? ""}`, ...given };
    execFile(program, args, { cwd: home, env }, done);
  });
  return (await readFile(join(home, "calls"), "utf8")).trimEnd().split("\n");
}
