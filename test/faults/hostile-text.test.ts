import { hostileText } from "./hostile-text.ts";
import { play } from "./play.ts";

play(hostileText);
