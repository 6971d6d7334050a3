import type { RequestLine } from "../pipeline/run.ts";
import type { Settings } from "../settings/settings.ts";
import { timeline } from "./pictures/timeline.ts";
import type { Story, Telling } from "./story.ts";
import type { Voice } from "./voice.ts";

/** Requests that are shown; a run of the real pipeline makes eight. */
const MAX_REQUESTS = 40;

/** What only the curious open: the timeline, then every request, the settings and the versions. */
export function detailsOf(story: Story, voice: Voice): string {
  const picture = timeline(story);
  const drawn = picture === "" ? "" : folded(story.words.summary.labels.timeline, picture);
  return [drawn, listsOf(story, voice)].filter((part) => part !== "").join("\n\n");
}

/** The same without a picture. */
export function listsOf(story: Story, voice: Voice): string {
  const lists = [requestsTable(story, voice), settingsTable(story, voice), versions(story, voice)];
  return folded(
    story.words.summary.details(story.run.requests.length, voice),
    lists.filter((part) => part !== "").join("\n\n"),
  );
}

function folded(title: string, content: string): string {
  return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}

function requestsTable({ run, words }: Story, voice: Voice): string {
  if (run.requests.length === 0) return "";
  const { labels, columns, noAnswers, more } = words.summary;
  const head = `| ${labels.request} | ${labels.status} | ${columns.took} | ${labels.bytes} | ${labels.attempt} |`;
  const rows = run.requests
    .slice(0, MAX_REQUESTS)
    .map(
      ({ method, path, answer, tookMs, bytes, attempt }: RequestLine) =>
        `| ${voice.quote(`${method} ${path}`)} | ${typeof answer === "number" ? answer : noAnswers[answer]} | ${voice.milliseconds(tookMs)} | ${voice.count(bytes)} | ${attempt} |`,
    );
  const rest = run.requests.length - rows.length;
  const tail = rest > 0 ? [`| ${more(rest, voice)} | | | | |`] : [];
  return [head, "|---|--:|--:|--:|--:|", ...rows, ...tail].join("\n");
}

/** The settings that decide, by the names under which they are set. Never a secret, never the host. */
function settingsTable({ settings, words }: Story, voice: Voice): string {
  if (!settings) return "";
  const { labels } = words.summary;
  const rows = shownSettings(settings, voice).map(
    ([name, value]) => `| ${voice.name(name)} | ${value} |`,
  );
  return [`| ${labels.setting} | ${labels.value} |`, "|---|---|", ...rows].join("\n");
}

function shownSettings(settings: Settings, voice: Voice): readonly (readonly [string, string])[] {
  const { timeoutsMs, gate } = settings;
  return [
    ["tasks", settings.tasks],
    ...Object.entries(timeoutsMs).map(([name, ms]) => [name, voice.duration(ms)] as const),
    ["on-lost-answer", settings.onLostAnswer],
    ["retries", voice.count(settings.retries)],
    ["min-records", voice.count(gate.minRecords)],
    ["max-drop", voice.percent(gate.maxDropPercent)],
    ["privacy", settings.privacy],
    ["history", voice.count(settings.history)],
    [
      "resume-within",
      settings.resumeWithinMs === 0 ? "0" : voice.duration(settings.resumeWithinMs),
    ],
    ["schedule-timezone", settings.scheduleTimeZone],
    ["timezone", settings.timeZone],
  ];
}

/** Which action, which pipeline and which try this is. */
export function versions({ version, pipeline, attempt, words }: Telling, voice: Voice): string {
  const { labels } = words.summary;
  return `${labels.versions}: Orquestra ${version}. ${labels.pipeline}: ${voice.quote(pipeline)}. ${labels.attempt} ${attempt}.`;
}
