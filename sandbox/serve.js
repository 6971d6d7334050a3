import { onNeededNode } from "./needed-node.js";

await onNeededNode("npm run sandbox", () => import("./serve.ts"));
