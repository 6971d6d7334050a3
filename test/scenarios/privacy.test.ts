import { describe, expect, test } from "@jest/globals";
import { PUBLIC, refused } from "./public-run.ts";
import { everythingSaid, runAgainst } from "./story.ts";

describe("where the runs are public", () => {
  test("an API that cannot be reached is told without its address", async () => {
    const { run, address, port } = await refused(PUBLIC);

    expect(run.summary).toContain("Nothing listens at `***`");
    expect(everythingSaid(run)).not.toContain(address);
    expect(everythingSaid(run)).not.toMatch(new RegExp(`\\b${port}\\b`));
  });

  test("nor do wrong inputs show it, be they the address itself", async () => {
    const run = await runAgainst(
      "http://203.0.113.7:5000",
      { "min-records": "x" },
      { event: PUBLIC },
    );
    const unreadable = await runAgainst("books.example.com:5000", {}, { event: PUBLIC });

    expect(run.outputs["failure-code"]).toBe("settings-invalid");
    expect(everythingSaid(run)).toContain("allow-plain-http: true");
    expect(everythingSaid(run)).not.toMatch(/203\.0\.113\.7|5000(?!`)/);
    expect(everythingSaid(unreadable)).toContain("api-url");
    expect(unreadable.summary).toContain("`***`");
  });
});
