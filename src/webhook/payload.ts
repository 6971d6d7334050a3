import type { News } from "../alerts/ports.ts";
import { asDiscordText, asSlackText } from "../text/escape.ts";
import { cut } from "../text/plain.ts";

/** The most that Discord takes of a message is 2,000 characters (discord.com/developers, webhooks). */
const DISCORD_CHARS = 1_500;

/** What a webhook is sent: JSON of the shape that its host reads. */
export function payloadFor(url: URL, news: News): object {
  switch (serviceOf(url)) {
    case "slack":
      return { text: lines(asSlackText(news.text), news.run) };
    case "discord":
      return {
        content: lines(cut(asDiscordText(news.text), DISCORD_CHARS), news.run && `<${news.run}>`),
        // What a message names is nobody to be called.
        allowed_mentions: { parse: [] },
      };
    case "other":
      return { source: "orquestra", version: 1, ...news };
  }
}

type Service = "slack" | "discord" | "other";

/** Slack's Government cloud and Discord's old name included. */
function serviceOf({ hostname }: URL): Service {
  const isAt = (domain: string) => hostname === domain || hostname.endsWith(`.${domain}`);
  if (isAt("slack.com") || isAt("slack-gov.com")) return "slack";
  return isAt("discord.com") || isAt("discordapp.com") ? "discord" : "other";
}

function lines(text: string, link: string | undefined): string {
  return link === undefined ? text : `${text}\n${link}`;
}
