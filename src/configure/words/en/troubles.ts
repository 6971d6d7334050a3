import { permissionLabel } from "../github.ts";
import type { TroubleWords } from "../words.ts";
import { YOU, REPOSITORY_ADMIN, AGAIN } from "./phrases.ts";

export const troubles: TroubleWords = {
  "bad-use": ({ problem }, { quote, name }) => {
    const base = { headline: "The command was called in a way it does not know", who: YOU };
    const help = `See all options with ${name("npm run configure -- --help")}.`;
    switch (problem.kind) {
      case "unknown-option":
        return {
          ...base,
          headline: "Unknown option",
          what: `${quote(problem.option)} is none of its options.`,
          steps: [help],
        };
      case "unreadable":
        return { ...base, what: `Node says: ${quote(problem.words)}.`, steps: [help] };
      case "kept-by-npm":
        return {
          ...base,
          what: `npm kept ${name(`--${problem.option}`)} for itself, because a ${name("--")} is missing.`,
          steps: [`Write ${name(`npm run configure -- --${problem.option}`)} and so on.`],
        };
      case "unknown-language":
        return {
          ...base,
          what: `${name("--language")} is ${quote(problem.value)}, but must be ${name("en")} or ${name("pt-BR")}.`,
          steps: [help],
        };
      case "both":
        return {
          ...base,
          what: `${problem.options.map(name).join(" and ")} cannot be used together.`,
          steps: ["Leave one of them out."],
        };
    }
  },
  "repository-unknown": ({ seen, isOption }, { quote, name }) => ({
    headline: "It is not known which repository is meant",
    what: isOption
      ? `${name("--repo")} is ${quote(seen ?? "")}, which is no repository on GitHub.`
      : `${name("--repo")} is not given, and git names no repository on GitHub as ${name("origin")} of this folder.`,
    who: YOU,
    steps: [`Give it: ${name("--repo OWNER/NAME")}.`],
  }),
  "repository-guessed": ({ repository }, { quote, name }) => ({
    headline: "It is not clear which repository is meant",
    what: `${name("--repo")} is not given, and this folder is Orquestra itself: ${quote(repository)}, which git names as its ${name("origin")}, is as a rule not the repository that is to run the pipeline. Nothing was set on GitHub.`,
    who: YOU,
    steps: [
      `Name your own repository: ${name("--repo OWNER/NAME")}. If it is this one, such as a fork of your own, name it as well.`,
    ],
  }),
  "github-url-invalid": ({ value }, { quote, name }) => ({
    headline: "The address of GitHub's API is not usable",
    what: `${name("GITHUB_API_URL")} is ${quote(value)}, but must be an address with ${name("https://")}: the token would go there.`,
    who: YOU,
    steps: [`Correct ${name("GITHUB_API_URL")}, or unset it for github.com.`],
  }),
  "token-missing": ({ host, variables, advice: { page, permissions } }, { quote, name, link }) => ({
    headline: "There is no token for GitHub",
    what: `Neither ${variables.map(name).join(" nor ")} is set, and ${name("gh auth token")} gave none for ${quote(host)}.`,
    who: YOU,
    steps: [
      `${link("Make a fine-grained token", page)} for this repository with ${permissions.map((one) => name(permissionLabel(one))).join(", ")}.`,
      `Put it into ${name(variables[0] ?? "")}, or log in with ${name("gh auth login")}.`,
    ],
  }),
  "token-unusable": ({ from }, { name }) => ({
    headline: "The token for GitHub is not one",
    what: `What ${name(from)} holds has a character in it that no token has, such as a line break.`,
    who: YOU,
    steps: ["Copy the token once more, as a whole and without anything else."],
  }),
  "export-unreadable": ({ file, because }, { quote, name }) => ({
    headline: "The file of Airflow's variables could not be read",
    what: `${quote(file)}, given by ${name("--from")}, ${
      {
        missing: "does not exist",
        "not-readable": "could not be opened",
        "not-utf-8": "is not text in UTF-8; Windows PowerShell writes UTF-16",
        "not-json": "is not JSON",
        "no-variables": "is JSON, but does not hold variables by their names",
      }[because]
    }.`,
    who: YOU,
    steps: [
      because === "not-utf-8"
        ? "Save it as UTF-8 with an editor, and check that every letter is still right."
        : `Write it with ${name("airflow variables export FILE")}, and give that file to ${name("--from")}.`,
    ],
  }),
  "values-missing": ({ names }, { name }) => ({
    headline: "Not everything was given",
    what: `${names.map(name).join(", ")} ${names.length === 1 ? "is" : "are"} missing, and there is no terminal in which to ask.`,
    who: YOU,
    steps: names.map((one) => {
      const options = { API_URL: "--api-url URL", API_USERNAME: "--username NAME" } as const;
      const option = one === "API_PASSWORD" ? "" : `${name(options[one])}, or `;
      return `${name(one)}: ${option}the environment variable ${name(one)}, or a file with ${name("--from FILE")}.`;
    }),
  }),
  "values-inexact": ({ names }, { name }) => ({
    headline: "The export does not hold everything as it was",
    what: `${names.map(name).join(", ")} came out of Airflow as a number that is too long to be read exactly.`,
    who: YOU,
    steps: names.map((one) => `Give it as the environment variable ${name(one)}.`),
  }),
  "credentials-rejected": ({ words, mayDiffer }, { quote, name }) => ({
    headline: "The API does not accept the user name or the password",
    what: `The log-in was refused${words ? `: ${quote(words)}` : ""}. Nothing was set on GitHub.`,
    who: YOU,
    steps: [
      `Check ${name("API_USERNAME")} and ${name("API_PASSWORD")}.`,
      ...mayDiffer.map(
        (one) =>
          `Airflow exported ${name(one)} as a number or an object, which may not be how it was written: give it as the environment variable ${name(one)}.`,
      ),
      `If this user does not exist yet, add ${name("--register")}.`,
      `To set them all the same, add ${name("--no-probe")}.`,
    ],
  }),
  "api-call-unknown": ({ what }, { name }) => ({
    headline: "The API does not know what a run calls",
    what: `${what} Nothing was set on GitHub.`,
    who: YOU,
    steps: [
      `Check the address: by ${name("--api-url")} goes the address only, without ${name("/api/v1")} behind it, unless your API lives under a prefix.`,
      `If its paths are others, set them first, as variables such as ${name("ORQUESTRA_LOGIN_PATH")} and ${name("ORQUESTRA_HEALTH_PATH")}.`,
      `To set everything all the same, add ${name("--no-probe")}.`,
    ],
  }),
  "user-exists": ({ words }, { quote, name }) => ({
    headline: "This user exists already, so the password is wrong",
    what: `The API refused both to log in and to register${words === "" ? "" : `: ${quote(words)}`}. Nothing was set on GitHub.`,
    who: "Whoever registered this user.",
    steps: [
      `Check ${name("API_PASSWORD")}, or choose another ${name("API_USERNAME")} to register.`,
    ],
  }),
  "registration-refused": ({ what }, { name }) => ({
    headline: "The user could not be registered",
    what: `${what} Nothing was set on GitHub.`,
    who: "The owner of the API.",
    steps: [`Register the user in another way, and run the command without ${name("--register")}.`],
  }),
  archived: ({ repository }, { quote }) => ({
    headline: "This repository is archived",
    what: `${quote(repository)} can only be read: GitHub runs no workflow in it.`,
    who: REPOSITORY_ADMIN,
    steps: ["Take it out of the archive under Settings → General, or choose another one."],
  }),
  "read-back-differs": ({ names }, { name }) => ({
    headline: "GitHub does not show what was set",
    what: `It took everything, but ${names.map(name).join(", ")} did not come back as set: somebody else may have changed it at the same time.`,
    who: YOU,
    steps: [AGAIN],
  }),
  "workflow-folder": ({ folder, because }, { quote, name }) => ({
    headline: "The folder for the workflow file is not usable",
    what: `${quote(folder)}, which ${name("--workflow")} or the answer names, ${
      {
        missing: "does not exist",
        "not-a-folder": "is no folder",
        "below-root": "is below the root of a working copy, in which the file has its own folders",
      }[because.kind]
    }.`,
    who: YOU,
    steps: [
      because.kind === "below-root"
        ? `Name the folder above: ${quote(because.root)}.`
        : "Name a folder that exists: the root of a working copy of your repository.",
    ],
  }),
  "workflow-not-written": ({ path, words }, { quote }) => ({
    headline: "The workflow file could not be written",
    what: `${quote(path)}: ${quote(words)}.`,
    who: YOU,
    steps: [
      "Give a folder that exists and that you may write to, the root of a working copy.",
      AGAIN,
    ],
  }),
  "preflight-refused": ({ words }, { quote, name }) => ({
    headline: "GitHub did not start preflight",
    what: `Everything is set, but it did not take what it was asked${words === "" ? "" : `: ${quote(words)}`}.`,
    who: YOU,
    steps: [
      `Copy ${name("examples/preflight.yml")} to the default branch once more: an older one does not know the input ${name("environment")}.`,
    ],
  }),
  "internal-error": ({ detail }, { quote }) => ({
    headline: "A mistake in Orquestra itself",
    what: `${quote(detail)}.`,
    who: "The maintainers of Orquestra.",
    steps: ["Report it with the text above.", AGAIN],
  }),
};
