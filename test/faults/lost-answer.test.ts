import { lostAnswer } from "./lost-answer.ts";
import { play } from "./play.ts";

play(lostAnswer);
