import { time } from "./time.ts";
import { play } from "./play.ts";

play(time);
