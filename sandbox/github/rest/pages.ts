import type { Answer } from "../answer.ts";

const DEFAULT_PER_PAGE = 30;
const MAX_PER_PAGE = 100;

/** One page of a list, with links to the others. */
export function pageOfList(
  items: readonly object[],
  query: URLSearchParams,
  pathname: string,
): Answer {
  const perPage = Math.min(MAX_PER_PAGE, countIn(query, "per_page") ?? DEFAULT_PER_PAGE);
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
  const body = items.slice((page - 1) * perPage, page * perPage);
  return { status: 200, body, ...(links.length > 0 && { headers: { link: links.join(", ") } }) };
}

function countIn(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name) ?? "";
  return /^[1-9]\d*$/u.test(text) ? Number(text) : undefined;
}
