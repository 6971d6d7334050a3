import { allows, JOB_LOGIN, PUBLIC, type Access } from "../access.ts";
import { failure, notFound, notInTheSandbox, type Answer } from "../answer.ts";
import { fullName } from "../store/repository.ts";
import type { Store } from "../store/store.ts";
import { actionsRoutes } from "./actions.ts";
import { contentsRoutes } from "./contents.ts";
import { environmentRoutes } from "./environments.ts";
import { issueRoutes } from "./issues.ts";
import { labelRoutes } from "./labels.ts";
import { repositoryRoutes } from "./repository.ts";
import type { Route } from "./route.ts";
import { secretRoutes } from "./secrets.ts";
import { variableRoutes } from "./variables.ts";

export interface RestRequest {
  readonly method: string;
  readonly url: URL;
  readonly body: string;
}

const ROUTES = [
  ...repositoryRoutes,
  ...contentsRoutes,
  ...actionsRoutes,
  ...variableRoutes,
  ...secretRoutes,
  ...environmentRoutes,
  ...issueRoutes,
  ...labelRoutes,
].map((route) => {
  const [method, template = ""] = route.call.split(" ");
  const pattern = template
    .replaceAll(/\{(\w+)\}/gu, "(?<$1>[^/]+)")
    .replaceAll(/\{\+(\w+)\}/gu, "(?<$1>.+)");
  return { route, method, pattern: new RegExp(`^${pattern}$`, "u") };
});

/** Answers one call of the REST API, whoever sent it. */
export async function answerRest(
  { method, url, body }: RestRequest,
  sender: Access | "none",
  store: Store,
): Promise<Answer> {
  const match = ROUTES.find((one) => one.method === method && one.pattern.test(url.pathname));
  if (match === undefined) return notInTheSandbox(`${method} ${url.pathname}`);
  const params = paramsOf(match.pattern, url.pathname);
  const access = sender === "none" ? anyone(match.route, method, store) : sender;
  if ("status" in access) return access;
  if (!isOurs(params, store)) return notFound();
  const refusal = missingPermission(match.route, access);
  if (refusal) return refusal;

  const json = parse(body);
  if ("problem" in json) return failure(400, "Problems parsing JSON");
  const { pathname, searchParams: query } = url;
  return match.route.answer({ store, access, params, pathname, query, body: json.value });
}

/** What a caller without a token may do: read what is public. */
function anyone({ needs }: Route, method: string, store: Store): Access | Answer {
  const isOpen = needs === undefined || PUBLIC.includes(needs[0]);
  const isReading = isOpen && method === "GET" && store.repository.visibility === "public";
  if (!isReading) return method === "GET" ? notFound() : failure(401, "Requires authentication");
  return {
    login: "",
    kind: "installation",
    permissions: needs ? { [needs[0]]: "read" } : {},
  };
}

function missingPermission({ needs }: Route, access: Access): Answer | undefined {
  if (needs === undefined || allows(access, ...needs)) return undefined;
  const headers = { "x-accepted-github-permissions": needs.join("=") };
  const who = access.login === JOB_LOGIN ? "integration" : "personal access token";
  return { ...failure(403, `Resource not accessible by ${who}`), headers };
}

function paramsOf(pattern: RegExp, path: string): Record<string, string> {
  const groups = Object.entries(pattern.exec(path)?.groups ?? {});
  return Object.fromEntries(groups.map(([name, text]) => [name, decodeURIComponent(text)]));
}

function isOurs({ owner, repo }: Readonly<Record<string, string>>, store: Store): boolean {
  const asked = owner === undefined ? undefined : `${owner}/${repo}`.toLowerCase();
  return asked === undefined || asked === fullName(store.repository).toLowerCase();
}

function parse(body: string): { value: unknown } | { problem: true } {
  try {
    return { value: body === "" ? undefined : (JSON.parse(body) as unknown) };
  } catch {
    return { problem: true };
  }
}
