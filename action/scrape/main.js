import { scrape } from "../../dist/index.js";

await scrape();
