import type { Element, Root, RootContent } from "hast";

/** All elements below a node, in the order of the text. */
export function* elementsIn(node: Root | RootContent): Generator<Element> {
  if (!("children" in node)) return;
  for (const child of node.children) {
    if (child.type === "element") yield child;
    yield* elementsIn(child);
  }
}
