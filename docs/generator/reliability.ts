import type { TaskName } from "../../src/pipeline/names.ts";
import { WORDS } from "../../src/report/words/index.ts";
import type { Language } from "../../src/settings/settings.ts";
import type { Case, Elsewhere, End, FaultClass, Said } from "../../test/faults/case.ts";
import { CATALOGUE } from "../../test/faults/catalogue.ts";
import { LABELS } from "./labels.ts";
import { code, table } from "./tables.ts";

/** Every class of faults under its heading, with a line for each of its cases: what its tests play. */
export function reliabilityTables(language: Language): string {
  return CATALOGUE.map((row) => faultClass(row, language)).join("\n\n");
}

function faultClass(row: FaultClass, language: Language): string {
  const { id, title, promise, cases, elsewhere = [] } = row;
  const { happens, ends, read, tests } = LABELS[language];
  const lines = [
    ...cases.map((one) => caseLine(one, language)),
    ...elsewhere.map((one) => elsewhereLine(one, language)),
  ];
  const file = `test/faults/${id}.test.ts`;
  return [
    `### ${said(title, language)}`,
    said(promise, language),
    ...(cases.length > 0 ? [`${tests} ${link(code(file), file)}.`] : []),
    table([happens, ends, read], lines),
  ].join("\n\n");
}

function caseLine(one: Case, language: Language): string[] {
  const sentences = Object.values(one.ends).map((end) => said(end.reads ?? one.reads, language));
  return [
    said(one.what, language),
    endsOf(one.ends, language),
    [...new Set(sentences)].map((sentence) => `“${asText(sentence)}”`).join("<br>"),
  ];
}

function elsewhereLine({ what, ends, file }: Elsewhere, language: Language): string[] {
  return [link(said(what, language), file), said(ends, language), ""];
}

/** `Scrape, Train: unknown, timed-out`: tasks at which it ends alike stand together. */
function endsOf(ends: Case["ends"], language: Language): string {
  const tasks = new Map<string, string[]>();
  for (const [at, end] of Object.entries(ends) as [TaskName, End][]) {
    const alike = tasks.get(endOf(end, language)) ?? [];
    alike.push(WORDS[language].summary.tasks[end.task ?? at]);
    tasks.set(endOf(end, language), alike);
  }
  return [...tasks].map(([end, names]) => `${names.join(", ")}: ${end}`).join("<br>");
}

function endOf({ result, code: failure }: End, language: Language): string {
  if (failure === "") return code(result);
  const page = LABELS[language].failuresPage.replace("docs/", "");
  return `${code(result)}, [${code(failure)}](${page}#${failure})`;
}

function link(text: string, file: string): string {
  return `[${text}](../${file})`;
}

/** Words of the summary hold code spans, which stay; what else Markdown could read in them is text. */
function asText(sentence: string): string {
  return sentence
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith("`") ? part : part.replaceAll(/[<*_[\]]/g, "\\$&")))
    .join("");
}

function said([en, ptBR]: Said, language: Language): string {
  switch (language) {
    case "en":
      return en;
    case "pt-BR":
      return ptBR;
  }
}
