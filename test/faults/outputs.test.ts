import { outputs } from "./outputs.ts";
import { play } from "./play.ts";

play(outputs);
