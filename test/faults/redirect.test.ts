import { redirect } from "./redirect.ts";
import { play } from "./play.ts";

play(redirect);
