import type { Cost } from "./measure.ts";
import type { Part } from "./sizes.ts";

/** What may be asked of a pipeline: that it costs hardly more than the bare requests. */
const MAX_WALL_RATIO = 2;
const MAX_CPU_RATIO = 2;
const MAX_MEMORY_RATIO = 1.3;
/** The whole of it is read and compiled before the first request goes out. */
const ENTRY_BELOW_KB = 300;

const BYTES_PER_KB = 1000;

/** All runs of both, in order. */
export interface Costs {
  readonly bundle: readonly Cost[];
  readonly bare: readonly Cost[];
}

/** The result as Markdown: a row a measure, each with its target. */
export function reportOf(costs: Costs, parts: readonly Part[], requests: number): string {
  const rows = [
    costRow("Wall clock", "ms", MAX_WALL_RATIO, costs, ({ wallMs }) => wallMs),
    costRow("CPU", "ms", MAX_CPU_RATIO, costs, ({ cpuMs }) => cpuMs),
    costRow("Peak memory", "MiB", MAX_MEMORY_RATIO, costs, ({ peakMiB }) => peakMiB),
    ...parts.map(sizeRow),
  ];
  return `| | Bundle | Bare script | Ratio | Target | |
|---|--:|--:|--:|--:|---|
${rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}

Medians of ${costs.bare.length} runs of each, in turns, with the quartiles in brackets; ${requests} requests a run. \
Node ${process.version}, ${process.platform} ${process.arch}.
`;
}

function costRow(
  name: string,
  unit: string,
  maxRatio: number,
  { bundle, bare }: Costs,
  of: (cost: Cost) => number,
): readonly string[] {
  const [ours, theirs] = [bundle.map(of), bare.map(of)];
  const ratio = quantile(ours, 0.5) / quantile(theirs, 0.5);
  const target = `≤ ${maxRatio.toFixed(2)}`;
  return [
    name,
    spread(ours, unit),
    spread(theirs, unit),
    ratio.toFixed(2),
    target,
    verdict(ratio <= maxRatio),
  ];
}

function sizeRow({ name, bytes, isEntry }: Part): readonly string[] {
  const size = bytes / BYTES_PER_KB;
  const judged = isEntry ? [`< ${ENTRY_BELOW_KB} KB`, verdict(size < ENTRY_BELOW_KB)] : ["", ""];
  return [`Size of ${name}`, `${size.toFixed(0)} KB`, "", "", ...judged];
}

function verdict(met: boolean): string {
  return met ? "met" : "**missed**";
}

function spread(values: readonly number[], unit: string): string {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((part) => quantile(values, part).toFixed(0));
  return `${middle} ${unit} (${low}–${high})`;
}

/** Linear between the two nearest values. */
function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const [below = 0, above = below] = sorted.slice(Math.floor(at), Math.floor(at) + 2);
  return below + (above - below) * (at % 1);
}
