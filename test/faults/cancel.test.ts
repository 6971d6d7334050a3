import { cancel } from "./cancel.ts";
import { play } from "./play.ts";

play(cancel);
