import { session } from "./session.ts";
import { play } from "./play.ts";

play(session);
