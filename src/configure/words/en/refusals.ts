import { permissionLabel, STATUS_PAGE } from "../github.ts";
import type { RefusalWords } from "../words.ts";
import { YOU, TOKEN_OWNER, GITHUB, AGAIN } from "./phrases.ts";

export const refusals: RefusalWords = {
  "token-rejected": ({ call, words }, { page }, { quote, link }) => ({
    headline: "GitHub does not accept the token",
    what: `It answered HTTP 401 to ${quote(call)}${words === "" ? "" : `: ${quote(words)}`}. The token is wrong, expired or revoked.`,
    who: TOKEN_OWNER,
    steps: [`${link("Make a new one", page)}.`],
  }),
  "not-permitted": (
    { call, words, accepted, isIntegration, signOn },
    { page, permissions },
    { quote, name, link },
  ) => ({
    headline: "GitHub does not let this token do that",
    what: `It answered HTTP 403 to ${quote(call)}${words === "" ? "" : `: ${quote(words)}`}.${
      isIntegration
        ? ` The token is not a person's: the ${name("GITHUB_TOKEN")} of a workflow can never set variables and secrets.`
        : ""
    }`,
    who: TOKEN_OWNER,
    steps: [
      ...(signOn === undefined
        ? []
        : [`${link("Allow it for the organisation's single sign-on", signOn)}.`]),
      accepted.length > 0
        ? `${link("Make a fine-grained token", page)} for this repository that has ${accepted.map((one) => name(permissionLabel(one))).join(" and ")}, or give that permission to the one you have.`
        : `${link("Make a fine-grained token", page)} for this repository with ${permissions.map((one) => name(permissionLabel(one))).join(", ")}.`,
      ...(accepted.includes("administration=write")
        ? [
            "Or make the environment yourself under Settings → Environments: then that permission is not needed.",
          ]
        : []),
      `A classic token needs the scope ${name("repo")}, and its owner must be able to change this repository's settings.`,
    ],
  }),
  "not-found": ({ call }, { page }, { quote, link }) => ({
    headline: "GitHub does not know that, or does not show it to this token",
    what: `It answered HTTP 404 to ${quote(call)}.`,
    who: YOU,
    steps: [
      "Check the spelling of the repository's name.",
      `If it is private, ${link("the token must be made for it", page)}.`,
      ...(call.includes("/environments/")
        ? ["Environments of a private repository need a paid plan."]
        : []),
    ],
  }),
  conflict: ({ call, words }, _advice, { quote }) => ({
    headline: "Somebody else changed the same thing at the same time",
    what: `GitHub answered HTTP 409 to ${quote(call)}${words === "" ? "" : `: ${quote(words)}`}.`,
    who: YOU,
    steps: [AGAIN],
  }),
  invalid: ({ call, words }, _advice, { quote, name }) => ({
    headline: "GitHub does not take this value or name",
    what: `It answered HTTP 422 to ${quote(call)}${words === "" ? "" : `: ${quote(words)}`}.`,
    who: YOU,
    steps: [
      `Check the name of the environment (${name("--environment")}) and the length of the values: GitHub takes 48 KB.`,
      AGAIN,
    ],
  }),
  "rate-limited": ({ call, waitMs }, _advice, { quote, duration }) => ({
    headline: "GitHub takes no more requests of this token for now",
    what: `It said so to ${quote(call)}.`,
    who: YOU,
    steps: [
      waitMs === undefined ? "Wait for some minutes." : `Wait for ${duration(waitMs)}.`,
      AGAIN,
    ],
  }),
  "no-answer": ({ call, words, ending }, _advice, { quote, name }) => ({
    headline: "GitHub could not be reached",
    what: `No answer came to ${quote(call)}${words === "" ? "" : `: ${quote(words)}`}.`,
    who: "Whoever looks after your network.",
    steps: [
      ending.kind === "not-sent" && ending.obstacle.kind === "certificate"
        ? `If your network opens TLS connections on the way, save its root certificate in a file and name that file in ${name("NODE_EXTRA_CA_CERTS")}.`
        : "Check the connection to the internet.",
      `Behind a proxy, set ${name("https_proxy")}. For another GitHub than github.com, set ${name("GITHUB_API_URL")}.`,
      AGAIN,
    ],
  }),
  failed: ({ call, words, status }, _advice, { quote, link }) => ({
    headline: status >= 500 ? "GitHub is in trouble" : "GitHub does not do this",
    what: `It answered HTTP ${status} to ${quote(call)}${words === "" ? "" : `: ${quote(words)}`}.`,
    ...(status >= 500
      ? {
          who: GITHUB,
          steps: [`${link("Look at its state", STATUS_PAGE)}, and wait for some minutes.`, AGAIN],
        }
      : {
          who: YOU,
          steps: [
            "Open the repository's page: it may be blocked, or its GitHub may be too old for this.",
          ],
        }),
  }),
  moved: ({ call }, _advice, { quote, name }) => ({
    headline: "This repository has another name now",
    what: `GitHub answered with a redirect to ${quote(call)}, which is not followed, because the token would go with it.`,
    who: YOU,
    steps: [`Give its new name: ${name("--repo OWNER/NAME")}.`],
  }),
  malformed: ({ call }, _advice, { quote, name }) => ({
    headline: "The answer is not one that GitHub gives",
    what: `The answer to ${quote(call)} could not be understood.`,
    who: YOU,
    steps: [
      `Check that ${name("GITHUB_API_URL")} leads to GitHub's API, and that no proxy or captive portal answers in its place.`,
    ],
  }),
};
