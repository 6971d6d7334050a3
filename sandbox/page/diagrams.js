// Runs in the browser, inside the page: turns Mermaid code blocks into pictures.
{
  const dark = matchMedia("(prefers-color-scheme: dark)");

  const draw = async (block, id) => {
    try {
      const { svg } = await mermaid.render(id, block.textContent);
      const picture = block.nextElementSibling;
      picture.innerHTML = svg;
      picture.hidden = false;
      block.hidden = true;
    } catch (error) {
      // The text stays, which is also what a reader without Mermaid sees.
      block.dataset.error = error.message;
    }
  };

  const drawVisible = async () => {
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: "strict",
      suppressErrorRendering: true,
      theme: dark.matches ? "dark" : "default",
    });
    for (const [index, block] of blocks.entries()) {
      if (block.closest("details:not([open])") === null) await draw(block, `diagram-${index + 1}`);
    }
  };

  const blocks = [...document.querySelectorAll("pre:has(> code.language-mermaid)")];
  for (const block of blocks) {
    const picture = document.createElement("div");
    picture.className = "diagram";
    picture.hidden = true;
    block.after(picture);
  }
  for (const details of document.querySelectorAll("details")) {
    details.addEventListener("toggle", () => void drawVisible());
  }
  dark.addEventListener("change", () => void drawVisible());
  void drawVisible();
}
