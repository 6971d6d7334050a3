import type { FindingWords } from "../words.ts";

export const findings: FindingWords = {
  missing: ({ name: one }, { name }) =>
    one === "ORQUESTRA_ALLOW_PLAIN_HTTP"
      ? `${name(one)} is missing: API_URL is plain HTTP to a public host, and every run would refuse it. Set this variable to ${name("true")} to accept the risk.`
      : `${name(one)} is missing: it must be a ${one === "API_URL" ? "variable" : "secret"}.`,
  "address-doubled": (_, { name }) =>
    `${name("API_URL")} ends in ${name("/api/v1")}, with which each path of the API begins already: a run would ask for ${name("/api/v1/api/v1/auth/login")}. Set it without.`,
  "address-of-docker": (_, { name }) =>
    `${name("API_URL")} has the host ${name("host.docker.internal")}, which only a container of Docker Desktop finds: on any other runner every run fails. Set it to ${name("http://localhost:5000")} for a runner on the machine itself, or to ${name("http://api:5000")}, by the name of the API's service, for one in its Docker network.`,
  "address-as-secret": (_, { name }) =>
    `${name("API_URL")} exists as a secret, which is not read. Delete it there.`,
  "password-as-variable": (_, { name }) =>
    `${name("API_PASSWORD")} exists as a variable, which is not read, and which everybody with access can. Delete it there, and change the password.`,
  "username-twice": (_, { name }) =>
    `${name("API_USERNAME")} exists as a secret and as a variable. The secret counts: delete the one that is not meant.`,
  unread: ({ name: one }, { name }) =>
    `${name(one)} is a variable that no workflow of Orquestra reads: there may be a slip in its name.`,
  "needless-plain-http": (_, { name }) =>
    `${name("ORQUESTRA_ALLOW_PLAIN_HTTP")} is ${name("true")}, and ${name("API_URL")} does not need it. Delete it, so that plain HTTP is refused again.`,
  paused: (_, { name }) => `${name("ORQUESTRA_PAUSED")} is set: nothing runs until it is deleted.`,
  "workflow-unreadable": () => "It is no workflow that GitHub can read.",
  "action-missing": () => "No job of it uses Orquestra.",
  "action-placeholder": (_, { quote }) =>
    `Its line ${quote("uses:")} still has zeros in the place of a commit, so no run can start. Its first lines say what belongs there.`,
  "action-unpinned": ({ uses }, { quote }) =>
    `It uses ${quote(uses)}, a branch or a tag, which somebody else can move: name the commit by its 40 characters.`,
  "value-unread": ({ name: one, store }, { name }) =>
    `It does not read ${name(`${store}.${one}`)}, which is set.`,
  "setting-unread": ({ name: one }, { name }) =>
    `It does not read ${name(`vars.${one}`)}, which is set: it may be an older copy of the example.`,
  "permissions-unstated": ({ needed }, { name }) =>
    `It does not say which ${name("permissions")} its job has, so the repository's settings decide. The job needs ${needed.map(name).join(" and ")}.`,
  "permission-missing": ({ permission }, { name }) =>
    `Its job lacks the permission ${name(permission)}: ${
      permission.startsWith("issues")
        ? "no issue will tell of failures."
        : "a run would not know the runs before it."
    }`,
  "contents-missing": (_, { name }) =>
    `Its job lacks the permission ${name("contents: read")}, without which it cannot check out a private repository.`,
  "environment-unnamed": ({ environment }, { quote, name }) =>
    `Its job does not name the environment ${quote(environment)} (${name("environment:")}), so it reads nothing of it.`,
  "runner-own": ({ host, label }, { quote, name }) =>
    `Its job runs on ${name(label)}, a runner of your own, and ${quote(host)} is public, so that GitHub's machines may reach it as well. If no such runner is connected, a run waits in vain: then it needs ${name("runs-on: ubuntu-latest")}.`,
  "runner-outside": ({ host, label, isPublic }, { quote, name }) =>
    `Its job runs on ${name(label)}, a machine of GitHub's, which cannot reach ${quote(host)}: it needs ${name("runs-on: self-hosted")}.${
      isPublic
        ? " But never in a public repository, where strangers' pull requests could run code in your network: make it private first."
        : ""
    }`,
};
