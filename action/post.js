// Set while the main step has not told its run: else there is nothing to load the bundle for.
if (process.env["STATE_journal"]) {
  const { post } = await import("../dist/index.js");
  await post();
}
