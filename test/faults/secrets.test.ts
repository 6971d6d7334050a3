import { secrets } from "./secrets.ts";
import { play } from "./play.ts";

play(secrets);
