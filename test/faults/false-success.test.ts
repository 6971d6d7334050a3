import { falseSuccess } from "./false-success.ts";
import { play } from "./play.ts";

play(falseSuccess);
