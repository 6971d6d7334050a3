import type { Answer } from "../answer.ts";

const DEFAULT_PER_PAGE = 30;
const DEFAULT_NAMED_PER_PAGE = 10;
const MAX_PER_PAGE = 100;

/** One page of a list, with links to the others. */
export function pageOfList(
  items: readonly object[],
  query: URLSearchParams,
  pathname: string,
): Answer {
  const perPage = Math.min(MAX_PER_PAGE, countIn(query, "per_page") ?? DEFAULT_PER_PAGE);
  const { page, headers } = pageOf(items, { query, pathname }, perPage);
  return { status: 200, body: page, ...headers };
}

/** The same of a list that comes under a name, with its whole length beside it. */
export function pageOfNamed(
  name: string,
  items: readonly object[],
  asked: Asked,
  maxPerPage: number,
): Answer {
  const perPage = Math.min(maxPerPage, countIn(asked.query, "per_page") ?? DEFAULT_NAMED_PER_PAGE);
  const { page, headers } = pageOf(items, asked, perPage);
  return { status: 200, body: { total_count: items.length, [name]: page }, ...headers };
}

interface Asked {
  readonly query: URLSearchParams;
  readonly pathname: string;
}

function pageOf(items: readonly object[], { query, pathname }: Asked, perPage: number) {
  const page = countIn(query, "page") ?? 1;
  const last = Math.max(1, Math.ceil(items.length / perPage));
  const links = [
    ...(page > 1 ? [["prev", page - 1] as const, ["first", 1] as const] : []),
    ...(page < last ? [["next", page + 1] as const, ["last", last] as const] : []),
  ].map(([rel, number]) => {
    const to = new URLSearchParams(query);
    to.set("page", String(number));
    return `<https://api.github.com${pathname}?${to.toString()}>; rel="${rel}"`;
  });
  return {
    page: items.slice((page - 1) * perPage, page * perPage),
    headers: links.length > 0 && { headers: { link: links.join(", ") } },
  };
}

function countIn(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name) ?? "";
  return /^[1-9]\d*$/u.test(text) ? Number(text) : undefined;
}
