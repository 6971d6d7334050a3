// Set while the main step has left something to tell: else there is nothing to load the bundle for.
if (process.env["STATE_journal"]) {
  const { scrapePost } = await import("../../dist/index.js");
  await scrapePost();
}
