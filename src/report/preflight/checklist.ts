import type { Fact, Outcome } from "../../preflight/check.ts";
import { severityOf, type Finding } from "../../preflight/finding.ts";
import { provedTask } from "../tasks-table.ts";
import { plainVoice, type Voice } from "../voice.ts";
import { topicsOf, type Told } from "./told.ts";

const MARKS = { fine: "✅", error: "❌", warning: "⚠️", unseen: "➖", off: "➖" } as const;

/** Every check with what was seen: one look tells how far a preflight came. */
export function checklist(told: Told, voice: Voice): string {
  const { story, words, checks } = told;
  const { mark } = story.words.summary.columns;
  const { check, seen } = words.columns;
  const rows = checks.map(
    ({ name, outcome }) =>
      `| ${markOf(outcome)} | ${words.checks[name]} | ${cellOf(outcome, told, voice)} |`,
  );
  return [`| ${mark} | ${check} | ${seen} |`, "|:-:|---|---|", ...rows].join("\n");
}

/** The same as lines of the log. */
export function checklistLines(told: Told): readonly string[] {
  const voice = plainVoice(told.story.format);
  return told.checks.map(({ name, outcome }) => {
    const cell = cellOf(outcome, told, voice).replaceAll("**", "");
    return `${markOf(outcome)} ${told.words.checks[name]}: ${cell}`;
  });
}

function markOf(outcome: Outcome): string {
  if (outcome.kind !== "found") return MARKS[outcome.kind];
  return MARKS[outcome.findings.some(isError) ? "error" : "warning"];
}

function isError(finding: Finding): boolean {
  return severityOf(finding) === "error";
}

function cellOf(outcome: Outcome, told: Told, voice: Voice): string {
  switch (outcome.kind) {
    case "fine":
      return factSaid(outcome.fact, told, voice);
    case "off":
      return told.words.offs[outcome.why](voice);
    case "unseen":
      return told.words.unseen;
    case "found":
      return foundSaid(outcome.findings, told, voice);
  }
}

function factSaid(fact: Fact, { story, words }: Told, voice: Voice): string {
  switch (fact.kind) {
    case "healthy":
      return provedTask("health", story, voice);
    case "logged-in":
      return provedTask("login", story, voice);
    default: {
      type Say = (fact: Fact, voice: Voice) => string;
      return (words.facts[fact.kind] as Say)(fact, voice);
    }
  }
}

function foundSaid(findings: readonly Finding[], told: Told, voice: Voice): string {
  const [first, ...rest] = topicsOf(findings, told, voice).map(({ headline }) => headline);
  const more = rest.length > 0 ? [told.story.words.summary.more(rest.length, voice)] : [];
  return [first, ...more].join(", ");
}
