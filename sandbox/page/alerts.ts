import type { Element, Root, RootContent } from "hast";

/** Pictures of 16 x 16, drawn in strokes of the text's colour. */
const ICONS = {
  note: ["M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13", "M8 4.6v.4M8 7.5v4"],
  tip: ["M5.5 10.5a4.5 4.5 0 1 1 5 0v1.5h-5zM6.5 14.5h3"],
  important: ["M1.5 2.5h13v9h-6l-3 3v-3h-4z", "M8 4.7v2.8M8 9.2v.4"],
  warning: ["M8 1.5l6.5 12.5h-13z", "M8 6v3.8M8 11.7v.4"],
  caution: ["M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2z", "M8 4.4v4M8 11v.4"],
} as const;

type AlertKind = keyof typeof ICONS;

/** Turns `> [!NOTE]` and its four siblings into GitHub's alerts; like there, not inside other elements. */
export function renderAlerts(): (tree: Root) => void {
  return (tree) => {
    tree.children = tree.children.map((node) => toAlert(node) ?? node);
  };
}

function toAlert(node: RootContent): Element | undefined {
  if (node.type !== "element" || node.tagName !== "blockquote") return undefined;
  const [paragraph, ...others] = node.children.filter((child) => child.type === "element");
  const [first, ...words] = paragraph?.tagName === "p" ? paragraph.children : [];
  if (paragraph === undefined || first?.type !== "text") return undefined;
  const match = /^\[!(?<kind>\w+)\][ \t]*(?:\n(?<rest>.*))?$/su.exec(first.value);
  const kind = match?.groups?.["kind"]?.toLowerCase();
  if (kind === undefined || !isKind(kind)) return undefined;
  const rest = match?.groups?.["rest"] ?? "";
  const inner = rest === "" ? words : [{ type: "text" as const, value: rest }, ...words];
  // A marker with nothing below it stays an ordinary quotation.
  if (inner.length === 0 && others.length === 0) return undefined;
  const body = inner.length === 0 ? others : [{ ...paragraph, children: inner }, ...others];
  return element("div", { className: ["markdown-alert", `markdown-alert-${kind}`] }, [
    title(kind),
    ...body,
  ]);
}

function isKind(kind: string): kind is AlertKind {
  return Object.hasOwn(ICONS, kind);
}

function title(kind: AlertKind): Element {
  const icon = element(
    "svg",
    { className: ["octicon"], viewBox: "0 0 16 16", width: 16, height: 16, ariaHidden: "true" },
    ICONS[kind].map((d) => element("path", { d }, [])),
  );
  const label = { type: "text" as const, value: `${kind.charAt(0).toUpperCase()}${kind.slice(1)}` };
  return element("p", { className: ["markdown-alert-title"] }, [icon, label]);
}

function element(
  tagName: string,
  properties: Element["properties"],
  children: Element["children"],
): Element {
  return { type: "element", tagName, properties, children };
}
