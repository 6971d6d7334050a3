import { createHash } from "node:crypto";
import type { components } from "@octokit/openapi-types";
import { json, notFound } from "../answer.ts";
import type { Repository } from "../store/repository.ts";
import type { Route } from "./route.ts";
import { repositoryShape } from "./shapes.ts";

/** Files of the default branch. */
export const contentsRoutes: readonly Route[] = [
  {
    call: "GET /repos/{owner}/{repo}/contents/{+path}",
    needs: ["contents", "read"],
    answer: ({ store, params }) => {
      const { path = "" } = params;
      const text = store.file(path);
      return text === undefined ? notFound() : json(200, fileShape(path, text, store.repository));
    },
  },
];

/** A file as base64, in lines as GitHub breaks them. */
function fileShape(path: string, text: string, repository: Repository) {
  const { url, html_url, default_branch } = repositoryShape(repository);
  const self = `${url}/contents/${path}?ref=${default_branch}`;
  const page = `${html_url}/blob/${default_branch}/${path}`;
  const size = Buffer.byteLength(text);
  return {
    type: "file",
    encoding: "base64",
    size,
    name: path.slice(path.lastIndexOf("/") + 1),
    path,
    content: Buffer.from(text).toString("base64").replaceAll(/.{60}/gu, "$&\n"),
    sha: createHash("sha1").update(`blob ${size}\0${text}`).digest("hex"),
    url: self,
    git_url: null,
    html_url: page,
    download_url: null,
    _links: { git: null, html: page, self },
  } satisfies components["schemas"]["content-file"];
}
