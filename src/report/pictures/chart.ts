import { mermaid } from "./mermaid.ts";

/** A picture of one number a run, oldest first. */
export interface Chart {
  readonly title: string;
  /** No two are the same: the axis would draw them in one place. */
  readonly labels: readonly string[];
  readonly values: readonly number[];
}

/** Beyond it GitHub's phones show more picture than text; Mermaid's own is 500 px. */
const HEIGHT_PX = 240;
/** Shown whole on a desktop, and not too small when a phone shrinks it; Mermaid's own is 700 px. */
const WIDTH_PX = 560;
/** On a shorter axis of whole numbers there are ticks between them. */
const MIN_LINE_SPAN = 10;
/** They stand out on white and on GitHub's dark grey. */
const GREEN = "#2da44e";
const BLUE = "#388bfd";

/** Of amounts: the axis begins at nothing. */
export function barChart(chart: Chart): string {
  const to = spanFor(Math.max(...chart.values));
  return draw(chart, { from: 0, to, palette: GREEN, plots: ["bar"] });
}

/** Of what matters by its changes: the axis begins shortly below the least. */
export function lineChart(chart: Chart): string {
  const [least, most] = [Math.min(...chart.values), Math.max(...chart.values)];
  const span = spanFor(Math.max(MIN_LINE_SPAN, (most - least) * 1.2));
  const from = Math.max(0, Math.floor(least - (span - (most - least)) / 2));
  // Bars that nobody sees: next to bars Mermaid leaves room for the last label, which it cuts else.
  const palette = `transparent, ${BLUE}`;
  return draw(chart, { from, to: from + span, palette, plots: ["bar", "line"] });
}

interface Plot {
  /** Where the axis of the values begins and ends. */
  readonly from: number;
  readonly to: number;
  readonly plots: readonly ("bar" | "line")[];
  /** A colour for each plot. */
  readonly palette: string;
}

function draw({ title, labels, values }: Chart, { from, to, plots, palette }: Plot): string {
  return mermaid(
    [
      "  xyChart:",
      `    width: ${WIDTH_PX}`,
      `    height: ${HEIGHT_PX}`,
      "    titleFontSize: 16",
      "    yAxis:",
      "      labelFontSize: 12",
      "      labelPadding: 8",
      "  themeVariables:",
      "    xyChart:",
      '      backgroundColor: "transparent"',
      `      plotColorPalette: "${palette}"`,
    ],
    [
      "xychart-beta",
      `  title "${title}"`,
      `  x-axis [${labels.map((label) => `"${label}"`).join(", ")}]`,
      `  y-axis ${from} --> ${to}`,
      ...plots.map((plot) => `  ${plot} [${values.join(", ")}]`),
    ],
  );
}

/**
 * Mermaid puts a tick at every 1, 2 or 5 times a power of ten, about ten in all, and lets their numbers
 * overlap. On an axis of one of these lengths there are eleven at the most, which do not.
 */
const SPANS = [1, 1.5, 2, 3.2, 4, 5, 7.5, 10] as const;

/** The length of an axis that holds so much. */
function spanFor(amount: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, amount)));
  const mantissa = SPANS.find((candidate) => candidate * power >= amount) ?? 10;
  return Math.round(mantissa * power * 10) / 10;
}
