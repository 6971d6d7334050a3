import { credentials } from "./credentials.ts";
import { play } from "./play.ts";

play(credentials);
