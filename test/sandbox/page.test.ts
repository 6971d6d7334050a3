import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { load } from "cheerio";
import { renderPage } from "../../sandbox/page/page.ts";

const DIAGRAM = "```mermaid\nflowchart LR\n  A --> B\n```\n";

async function open(markdown: string, options = { title: "daily", lang: "en" }) {
  return load(await renderPage(markdown, options));
}

/** Both diagrams, the second of which tries to end its script and start another; Mermaid comes with them. */
let drawn: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  drawn = await open(`${DIAGRAM}\n\`\`\`mermaid\n</script><script>alert(1)</script>\n\`\`\``);
});

async function body(markdown: string): Promise<string> {
  return ((await open(markdown))("article").html() ?? "").trim();
}

describe("the summary", () => {
  test("has GitHub's tables, folds, task lists and links", async () => {
    const $ = await open(
      "## ✅ Done\n\n|a|b|\n|-|-:|\n|1|2|\n\n<details><summary>More</summary>\n\n- [x] *in*\n\n</details>\n\nhttps://x.example",
    );
    expect($("h2").text()).toBe("✅ Done");
    expect($("td[align=right]").text()).toBe("2");
    expect($("details > summary").text()).toBe("More");
    expect($("details li.task-list-item em").text()).toBe("in");
    expect($('a[href="https://x.example"]').length).toBe(1);
  });

  test.each([
    ["> [!NOTE]\n> Read **this**.", "note", "Note", "Read this."],
    ["> [!tip]\n> In lower case.", "tip", "Tip", "In lower case."],
    [
      "> [!IMPORTANT]\n>\n> A paragraph of its own.",
      "important",
      "Important",
      "A paragraph of its own.",
    ],
    ["> [!WARNING]\n> - a list", "warning", "Warning", "a list"],
    ["> [!CAUTION]\n> `code` first", "caution", "Caution", "code first"],
  ])("%j is an alert", async (markdown, kind, title, text) => {
    const $ = await open(markdown);
    const alert = $(`div.markdown-alert.markdown-alert-${kind}`);
    expect(alert.find(".markdown-alert-title svg[aria-hidden=true]").length).toBe(1);
    expect(alert.find(".markdown-alert-title").text()).toBe(title);
    expect(alert.children().not(".markdown-alert-title").text().trim()).toBe(text);
    expect($("blockquote").length).toBe(0);
  });

  test.each([
    "> [!NOTE]",
    "> [!NOPE]\n> text",
    "> [!constructor]\n> text",
    "> [!NOTE] with words behind it",
    "> text\n> [!NOTE]",
    "- > [!NOTE]\n  > inside a list",
    "[!NOTE]\ntext",
  ])("%j is no alert", async (markdown) => {
    expect(await body(markdown)).not.toContain("markdown-alert");
  });
});

describe("nothing in the summary can act", () => {
  test.each([
    "<script>alert(1)</script>",
    "<svg><script>alert(1)</script></svg>",
    "<img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>x</a> [y](javascript:alert(1))",
    "<iframe src=https://x.example></iframe>",
    "<style>body { display: none }</style><p style='position:fixed'>x</p>",
    "<form action=https://x.example><input name=a></form>",
    "<meta http-equiv=refresh content='0;url=https://x.example'>",
    "<base href=https://x.example>",
    "```html\n</article></main><script>alert(1)</script>\n```",
    "<div class='markdown-alert markdown-alert-note'>forged</div>",
  ])("%j", async (markdown) => {
    const $ = await open(markdown);
    expect($("script, iframe, form, base, [style], article style, article meta").length).toBe(0);
    expect($("[onerror], a[href^=javascript], .markdown-alert").length).toBe(0);
  });

  test("a diagram cannot end its script and start another", () => {
    expect(drawn("script").length).toBe(2);
    expect(drawn("article code").last().text()).toBe("</script><script>alert(1)</script>\n");
  });
});

describe("the page", () => {
  test("names the run and its language as text", async () => {
    const $ = await open("x", { title: `<b>"run" & more`, lang: `pt-BR" onload="x` });
    expect($("title").text()).toBe(`<b>"run" & more`);
    expect($("h1").text()).toBe(`<b>"run" & more`);
    expect($("html").attr()).toEqual({ lang: `pt-BR" onload="x` });
  });

  test("allows exactly its own scripts, and those only where there is a diagram", async () => {
    const policyOf = ($: Awaited<ReturnType<typeof open>>) =>
      $("meta[http-equiv=Content-Security-Policy]").attr("content");
    const plain = await open('a `mermaid` word, and text: class="language-mermaid"');
    expect(plain("script").length).toBe(0);
    expect(policyOf(plain)).toContain("script-src 'none'");

    const hashes = drawn("script")
      .toArray()
      .map((script) => createHash("sha256").update(drawn(script).text()).digest("base64"));
    expect(policyOf(drawn)).toContain(
      `script-src ${hashes.map((hash) => `'sha256-${hash}'`).join(" ")};`,
    );
    expect(policyOf(drawn)).toMatch(/^default-src 'none'; /u);
  });

  test("asks for no other file", () => {
    expect(drawn("link, script[src], img, [src]").length).toBe(0);
    expect(drawn("style").text()).not.toMatch(/@import|url\((?!"?data:)/u);
  });
});

describe("one page of many", () => {
  const options = { title: "Day 2", lang: "en", mermaidSrc: "../assets/mermaid.js" };

  test("shares Mermaid's script, and allows its own and that one only", async () => {
    const $ = load(await renderPage(DIAGRAM, options));
    const [shared, own] = $("script").toArray();
    expect($(shared).attr("src")).toBe("../assets/mermaid.js");
    const hash = createHash("sha256").update($(own).text()).digest("base64");
    expect($("meta[http-equiv=Content-Security-Policy]").attr("content")).toContain(
      `script-src 'self' file: 'sha256-${hash}';`,
    );
    expect($("script").length).toBe(2);
  });

  test("leads to its neighbours, and says what it is, in text", async () => {
    const neighbours = { label: "Other days", links: [{ text: "<Day 1>", href: "../day-01/" }] };
    const $ = load(await renderPage("x", { ...options, note: "a <b>note", neighbours }));
    expect($("nav").attr("aria-label")).toBe("Other days");
    expect($("nav a").text()).toBe("<Day 1>");
    expect($("nav a").attr("href")).toBe("../day-01/");
    expect($("header p").text()).toBe("a <b>note");
  });

  test("has detours for exactly the links that have one", async () => {
    const detours = new Map([["https://x.example/1", "../day-01/summary.html"]]);
    const markdown = "[a](https://x.example/1) [b](https://x.example/11) <https://x.example/1>";
    const $ = load(await renderPage(markdown, { ...options, detours }));
    const links = $("article a").toArray();
    expect(links.map((link) => $(link).attr("href"))).toEqual([
      "../day-01/summary.html",
      "https://x.example/11",
      "../day-01/summary.html",
    ]);
  });
});

test("a wide table can be scrolled with the keyboard", async () => {
  const $ = await open("|a|\n|-|\n|1|");
  expect($("table").attr("tabindex")).toBe("0");
});
