import { expect, test } from "@jest/globals";
import { rootAbove } from "../../src/configure/working-folder.ts";

test.each([
  ["/work/books/.github/workflows", "/work/books"],
  ["/work/books/.github", "/work/books"],
  ["C:\\books\\.github\\workflows", "C:\\books"],
  ["/work/books", undefined],
  ["/work/books.github", undefined],
  ["/work/.github/workflows/books", undefined],
  ["/work/workflows", undefined],
])("%s lies in the root %p", (path, root) => {
  expect(rootAbove(path)).toBe(root);
});
