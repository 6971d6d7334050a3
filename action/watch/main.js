import { watch } from "../../dist/index.js";

await watch();
