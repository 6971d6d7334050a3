import type { Element } from "hast";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { renderAlerts } from "./alerts.ts";
import { elementsIn } from "./elements.ts";

export interface RenderedMarkdown {
  readonly html: string;
  /** Whether any code block holds a Mermaid picture. */
  readonly hasDiagrams: boolean;
}

const pipeline = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  // Its default schema is GitHub's: no script, no style, no event handler, no data: address.
  .use(rehypeSanitize)
  // After sanitizing, as an alert has classes and an icon that no author may write.
  .use(renderAlerts)
  .use(rehypeStringify);

const NO_DETOURS: ReadonlyMap<string, string> = new Map();

/** GitHub Flavored Markdown as GitHub's page would hold it; `detours` has other ends for its links. */
export async function renderMarkdown(
  markdown: string,
  detours = NO_DETOURS,
): Promise<RenderedMarkdown> {
  const tree = await pipeline.run(pipeline.parse(markdown));
  const elements = [...elementsIn(tree)];
  for (const element of elements) {
    const { tagName, properties } = element;
    // A wide table scrolls by itself, and not everybody has a pointer.
    if (tagName === "table") properties["tabIndex"] = 0;
    const detour = tagName === "a" ? detours.get(String(properties["href"])) : undefined;
    if (detour !== undefined) properties["href"] = detour;
  }
  return { html: pipeline.stringify(tree), hasDiagrams: elements.some(isDiagram) };
}

function isDiagram({ tagName, properties: { className } }: Element): boolean {
  return tagName === "code" && Array.isArray(className) && className.includes("language-mermaid");
}
