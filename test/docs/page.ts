import { readFile } from "node:fs/promises";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

/** A page of Markdown as its readers use it. */
export interface Page {
  readonly text: string;
  /** Targets of links and pictures, as they are written. */
  readonly targets: readonly string[];
  /** `## Heading` as GitHub's link to it: `heading`. */
  readonly anchors: readonly string[];
  /** How deep each heading is, in order. */
  readonly depths: readonly number[];
  /** Fenced blocks. */
  readonly blocks: readonly { readonly language: string; readonly text: string }[];
}

const parser = unified().use(remarkParse).use(remarkGfm);

type Root = ReturnType<typeof parser.parse>;
type Nodes = Root | Root["children"][number];

export async function readPage(path: string): Promise<Page> {
  const text = await readFile(path, "utf8");
  const nodes = flat(parser.parse(text));
  const headings = nodes.filter((node) => node.type === "heading");
  return {
    text,
    targets: nodes.flatMap(targetsOf),
    anchors: headings.map(anchorOf),
    depths: headings.map(({ depth }) => depth),
    blocks: nodes
      .filter((node) => node.type === "code")
      .map(({ lang, value }) => ({ language: lang ?? "", text: value })),
  };
}

/** What stands under one heading, up to the next of any depth: the first such that has these words. */
export function sectionWith({ text }: Page, words: string): string {
  return text.split(/^##+ /m).find((section) => section.includes(words)) ?? "";
}

function flat(node: Nodes): Nodes[] {
  return "children" in node ? [node, ...node.children.flatMap(flat)] : [node];
}

function targetsOf(node: Nodes): string[] {
  switch (node.type) {
    case "link":
    case "image":
    case "definition":
      return [node.url];
    case "html":
      return [...node.value.matchAll(/(?:src|srcset|href)="([^"]+)"/g)].flatMap(
        ([, target]) => target ?? [],
      );
    default:
      return [];
  }
}

/** As GitHub does: lower case, letters, digits, hyphens and underscores, a hyphen for each space. */
function anchorOf(heading: Nodes): string {
  const title = flat(heading)
    .map((node) => ("value" in node ? node.value : ""))
    .join("");
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}
