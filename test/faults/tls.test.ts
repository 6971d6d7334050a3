import { tls } from "./tls.ts";
import { play } from "./play.ts";

play(tls);
