import { html } from "./answer.ts";
import type { Answer, Call, Route } from "./answer.ts";
import { errorPage, redirectPage } from "./pages.ts";

export type Match =
  | { readonly kind: "route"; readonly route: Route }
  | { readonly kind: "page"; readonly answer: Answer };

/**
 * Finds the route as Werkzeug does: exact paths; a missing last slash is a 308 to an absolute address made
 * of the Host header, always plain http, even when a proxy in front of the API speaks TLS.
 */
export function match(routes: readonly Route[], call: Call): Match {
  const { method, path } = call;
  const here = routes.filter((route) => route.path === path);
  const route = here.find((candidate) => accepts(candidate, method));
  if (route) return { kind: "route", route };
  if (here.length > 0) {
    const allow = [...new Set(here.flatMap(methodsOf)), "OPTIONS"].join(", ");
    const answer =
      method === "OPTIONS"
        ? html(200, "", { Allow: allow })
        : html(405, errorPage(405), { Allow: allow });
    return { kind: "page", answer };
  }
  if (routes.some((candidate) => candidate.path === `${path}/` && accepts(candidate, method))) {
    const location = `http://${call.headers.host}${path}/${call.query}`;
    return { kind: "page", answer: html(308, redirectPage(location), { Location: location }) };
  }
  return { kind: "page", answer: html(404, errorPage(404)) };
}

function accepts(route: Route, method: string): boolean {
  return methodsOf(route).includes(method);
}

function methodsOf(route: Route): string[] {
  return route.method === "GET" ? ["GET", "HEAD"] : [route.method];
}
