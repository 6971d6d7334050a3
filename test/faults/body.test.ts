import { body } from "./body.ts";
import { play } from "./play.ts";

play(body);
