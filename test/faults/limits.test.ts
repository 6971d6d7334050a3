import { limits } from "./limits.ts";
import { play } from "./play.ts";

play(limits);
