import { readFile } from "node:fs/promises";
import type { Issue } from "../github/store/issues.ts";
import { escapeHtml, frameStyle, htmlDocument } from "../page/document.ts";
import { issueFile } from "./folder.ts";
import {
  lastAttempt,
  MARKS,
  tallyOf,
  type Ending,
  type PlayedAttempt,
  type PlayedDay,
  type StartedDay,
} from "./played.ts";
import type { Voice } from "./voice.ts";

const STYLE = new URL("index-page.css", import.meta.url);

/** All days at one glance, each a way to its page. */
export async function indexPage(
  { days, issues }: { readonly days: readonly PlayedDay[]; readonly issues: readonly Issue[] },
  voice: Voice,
  command: string,
): Promise<string> {
  const { words, format, language } = voice;
  const title = words.page.title(days.length);
  return htmlDocument({
    title: `${title} · Orquestra`,
    lang: language,
    styles: [await frameStyle(), await readFile(STYLE, "utf8")],
    body: `<header class="run">
<h1>${escapeHtml(title)}</h1>
<p class="tally">${escapeHtml(words.tally(tallyOf(days), format.list))}</p>
<p>${escapeHtml(words.page.lead)}</p>
${issuesParagraph(issues, voice)}
</header>
<main class="month">
<ol>
${days.map((day) => dayItem(day, voice)).join("\n")}
</ol>
</main>
<footer class="run">
<p>${escapeHtml(words.page.madeBy)} <code>${wordsOf(command)}</code></p>
<p>${escapeHtml(words.page.sandbox)}</p>
</footer>`,
    scripts: [],
  });
}

function issuesParagraph(issues: readonly Issue[], { words }: Voice): string {
  if (issues.length === 0) return "";
  const links = issues.map(({ number, state }) =>
    linkTo(issueFile(number), words.page.issue(number, state)),
  );
  return `<p>${escapeHtml(words.page.issues)} ${links.join(" ")}</p>`;
}

/** A line may end between the words of a command, and not at the hyphens of an option. */
function wordsOf(command: string): string {
  const spans = command.split(" ").map((word) => `<span>${escapeHtml(word)}</span>`);
  return spans.join(" ");
}

function dayItem(day: PlayedDay, voice: Voice): string {
  if (day.kind === "started") return startedItem(day, voice);
  const { words } = voice;
  return `<li class="missed">
${heading(day.day, day.dueAtMs, voice)}
${ending("missed", voice)}
<p class="headline">${escapeHtml(words.neverStarted)}</p>
</li>`;
}

function startedItem(day: StartedDay, voice: Voice): string {
  const { planned, attempts } = day;
  const { words, format } = voice;
  const last = lastAttempt(day);
  const first = attempts[0] === last ? undefined : attempts[0];
  const asides = [
    ...(planned.isVeryLate ? [escapeHtml(words.late(format.duration(planned.lateMs)))] : []),
    ...(first
      ? [firstAttempt(first, voice), escapeHtml(words.again(format.time(last.startedAtMs)))]
      : []),
  ];
  return `<li class="${last.ending}">
${heading(planned.day, planned.startsAtMs, voice)}
${ending(last.ending, voice)}
<p class="headline">${linkTo(last.page, last.headline ?? words.noSummary)}</p>
${asides.map((aside) => `<p class="aside">${aside}</p>`).join("\n")}
</li>`;
}

function firstAttempt({ ending: ended, page }: PlayedAttempt, { words }: Voice): string {
  const text = `${words.page.firstAttempt}: ${words.endings[ended]}`;
  return linkTo(page, text);
}

function linkTo(page: string | undefined, text: string): string {
  const escaped = escapeHtml(text);
  return page === undefined ? escaped : `<a href="${escapeHtml(page)}">${escaped}</a>`;
}

function heading(day: number, atMs: number, { words, format }: Voice): string {
  const iso = new Date(atMs).toISOString().slice(0, 10);
  return `<h2>${escapeHtml(words.day(day))} <time datetime="${iso}">${escapeHtml(format.date(atMs))}</time></h2>`;
}

function ending(ended: Ending | "missed", { words }: Voice): string {
  return `<p class="ending"><span aria-hidden="true">${MARKS[ended]}</span> ${escapeHtml(words.endings[ended])}</p>`;
}
