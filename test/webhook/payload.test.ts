import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { News } from "../../src/alerts/ports.ts";
import { createDoor } from "../../src/text/plain.ts";
import { payloadFor } from "../../src/webhook/payload.ts";

const RUN = "https://github.com/acme/books/actions/runs/108";
const NEWS: News = {
  state: "failing",
  pipeline: createDoor((text) => text)("daily"),
  result: "failed",
  text: "❌ daily: 60 % of the books are gone.",
  run: RUN,
};

describe("each service gets what it reads", () => {
  test.each([
    ["https://hooks.slack.com/services/T0/B0/x", { text: `${NEWS.text}\n${RUN}` }],
    ["https://hooks.slack-gov.com/services/T0/B0/x", { text: `${NEWS.text}\n${RUN}` }],
    [
      "https://discord.com/api/webhooks/1/x",
      { content: `${NEWS.text}\n<${RUN}>`, allowed_mentions: { parse: [] } },
    ],
    [
      "https://canary.discordapp.com/api/webhooks/1/x",
      { content: `${NEWS.text}\n<${RUN}>`, allowed_mentions: { parse: [] } },
    ],
    ["https://example.com/hook", { source: "orquestra", version: 1, ...NEWS }],
    ["https://notslack.com/hook", { source: "orquestra", version: 1, ...NEWS }],
    ["https://slack.com.example.com/hook", { source: "orquestra", version: 1, ...NEWS }],
  ])("%s", (url, payload) => {
    expect(payloadFor(new URL(url), NEWS)).toEqual(payload);
  });

  test("without a page where there is none", () => {
    const nowhere = { ...NEWS, run: undefined };
    const slack = new URL("https://hooks.slack.com/services/T0/B0/x");
    expect(payloadFor(slack, nowhere)).toEqual({ text: NEWS.text });
    const discord = new URL("https://discord.com/api/webhooks/1/x");
    expect(payloadFor(discord, nowhere)).toMatchObject({ content: NEWS.text });
  });
});

test("nothing in a text calls anybody, or is a link or markup of its own", () => {
  const slack = new URL("https://hooks.slack.com/services/T0/B0/x");
  const discord = new URL("https://discord.com/api/webhooks/1/x");
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 2000 }),
    fc.constantFrom("<!channel>", "<https://evil.example|here>", "@everyone", "[x](https://evil)"),
  );
  fc.assert(
    fc.property(text, (said) => {
      const { text: inSlack } = payloadFor(slack, { ...NEWS, text: said, run: undefined }) as {
        text: string;
      };
      expect(inSlack).not.toMatch(/[<>]/);
      const { content } = payloadFor(discord, { ...NEWS, text: said, run: undefined }) as {
        content: string;
      };
      expect(content.replaceAll(/\\./gsu, "")).not.toMatch(/[*_~|[\]()<>`]/);
      expect(content.length).toBeLessThanOrEqual(2000);
    }),
    { numRuns: 15 },
  );
});
