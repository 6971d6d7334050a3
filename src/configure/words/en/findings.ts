import type { FindingWords } from "../words.ts";

export const findings: FindingWords = {
  missing: ({ name: one }, { name }) =>
    one === "ORQUESTRA_ALLOW_PLAIN_HTTP"
      ? `${name(one)} is missing: API_URL is plain HTTP to a public host, and every run would refuse it. Set this variable to ${name("true")} to accept the risk.`
      : `${name(one)} is missing: it must be a ${one === "API_URL" ? "variable" : "secret"}.`,
  "address-unreadable": (_, { name }) =>
    `${name("API_URL")} is no address with ${name("https://")} or ${name("http://")}: every run would refuse it.`,
  "address-as-secret": (_, { name }) =>
    `${name("API_URL")} exists as a secret, which is not read. Delete it there.`,
  "password-as-variable": (_, { name }) =>
    `${name("API_PASSWORD")} exists as a variable, which is not read, and which everybody with access can. Delete it there, and change the password.`,
  "username-twice": (_, { name }) =>
    `${name("API_USERNAME")} exists as a secret and as a variable. The secret counts.`,
  unread: ({ name: one }, { name }) =>
    `${name(one)} is a variable that no workflow of Orquestra reads: there may be a slip in its name.`,
  "needless-plain-http": (_, { name }) =>
    `${name("ORQUESTRA_ALLOW_PLAIN_HTTP")} is ${name("true")}, and ${name("API_URL")} does not need it. Delete it, so that plain HTTP is refused again.`,
  paused: (_, { name }) => `${name("ORQUESTRA_PAUSED")} is set: nothing runs until it is deleted.`,
};
