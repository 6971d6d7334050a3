import { onNeededNode } from "./needed-node.js";

await onNeededNode("npm start", () => import("./start.ts"));
