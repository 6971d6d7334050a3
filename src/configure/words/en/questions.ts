import type { Questions } from "../words.ts";

export const questions: Questions = {
  values: {
    API_URL: "Address of the API, such as https://books.example.com",
    API_USERNAME: "User that logs in to the API",
    API_PASSWORD: "Its password (not shown)",
  },
  yes: "[Y/n]",
  no: "[y/N]",
  usual: (value) => `(empty: ${value})`,
  ownRepository: (name) =>
    `This folder is Orquestra itself, and git's origin names ${name}. Is that the repository that is to run the pipeline?`,
  plainHttp: (host) =>
    `${host} is public, and http:// is not encrypted: anyone on the way could read the password. Accept that?`,
  selfHosted: "Does a runner of your own work in that network, or will one?",
  dockerRunner:
    "Will your runner be a container of Docker Desktop on that machine, so that it knows this name?",
  register:
    "Register this user now? (The API's access log keeps passwords: choose one that you use nowhere else.)",
  otherUser: "Try another user or password?",
  setThese: "Set this now?",
  setAgain: "Everything is there already. Set the secrets again?",
  workflowFolder: (usual) =>
    usual === undefined
      ? "Folder of your repository's working copy, to write .github/workflows/pipeline.yml into (empty: none):"
      : `Folder to write .github/workflows/pipeline.yml into (empty: ${usual}; - for none):`,
  overwrite: (path) => `Overwrite ${path}?`,
  preflight: "Start the preflight check on GitHub now?",
};
