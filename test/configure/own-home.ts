import { execFileSync } from "node:child_process";
import { cp } from "node:fs/promises";
import { join } from "node:path";

/** A clone of `acme/orquestra`, with a commit that its origin has. */
export async function cloneIn(folder: string) {
  const home = join(folder, "orquestra");
  await cp("dist/configure", join(home, "dist/configure"), { recursive: true });
  await cp("examples", join(home, "examples"), { recursive: true });
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=x", "-c", "user.email=x@x.example", ...args], {
      cwd: home,
      encoding: "utf8",
    }).trim();
  git("init", "-q");
  git("remote", "add", "origin", "https://github.com/acme/orquestra.git");
  git("commit", "-q", "--allow-empty", "-m", "Published");
  git("update-ref", "refs/remotes/origin/main", "HEAD");
  return { home, git, command: join(home, "dist/configure/index.js") };
}
