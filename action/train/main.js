import { train } from "../../dist/index.js";

await train();
