import { preflight } from "../../dist/index.js";

await preflight();
