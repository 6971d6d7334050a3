import { expect, test } from "@jest/globals";
import * as v from "valibot";
import { markedPart } from "../../src/github/issue-marker.ts";
import { openIssueTracker } from "../../src/github/issue-tracker.ts";
import type { Rest } from "../../src/github/rest.ts";

const AT = new Date("2026-11-22T09:17:00Z");
const body = markedPart({ pipeline: "daily", state: "failing", at: AT }, "It fails.");

const issue = (number: number, more: object = {}) => ({
  number,
  html_url: `https://github.com/bookshop/pipelines/issues/${number}`,
  body,
  state: "open",
  user: { login: "librarian" },
  ...more,
});

/** GitHub's REST API, as far as it tells of these issues. */
function restWith(issues: readonly object[]): Rest {
  const unused = () => Promise.reject(new Error("not asked for"));
  return {
    get: (_path, schema) => Promise.resolve(v.parse(schema, { login: "librarian" })),
    page: (_path, item, most, isWanted) =>
      Promise.resolve({
        wanted: issues.map((one) => v.parse(item, one)).filter(isWanted),
        isFull: issues.length === most,
      }),
    list: unused,
    send: unused,
    create: unused,
  };
}

test("the issues of a pipeline are those that say so, oldest first, and no pull requests", async () => {
  const rest = restWith([
    issue(5),
    issue(4, { pull_request: { url: "https://api.github.com/repos/bookshop/pipelines/pulls/4" } }),
    issue(3, { body: null }),
    issue(2, { body: body.replace("daily", "weekly") }),
    issue(6, { user: { login: "stranger" } }),
    issue(1),
  ]);
  const tracker = await openIssueTracker(rest, { owner: "bookshop", name: "pipelines" }, "daily");

  const found = await tracker.list("open");
  expect(found.map(({ number, marker }) => [number, marker.at])).toEqual([
    [1, AT],
    [5, AT],
  ]);
});
