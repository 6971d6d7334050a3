import type { Root, RootContent } from "hast";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { renderAlerts } from "./alerts.ts";

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

/** GitHub Flavored Markdown as GitHub's page would hold it. */
export async function renderMarkdown(markdown: string): Promise<RenderedMarkdown> {
  const tree = await pipeline.run(pipeline.parse(markdown));
  return { html: pipeline.stringify(tree), hasDiagrams: hasDiagram(tree) };
}

function hasDiagram(node: Root | RootContent): boolean {
  if (!("children" in node)) return false;
  if (node.type === "element" && node.tagName === "code") {
    const { className } = node.properties;
    if (Array.isArray(className) && className.includes("language-mermaid")) return true;
  }
  return node.children.some(hasDiagram);
}
