import { headers } from "./headers.ts";
import { play } from "./play.ts";

play(headers);
