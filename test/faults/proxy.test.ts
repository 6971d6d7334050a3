import { proxy } from "./proxy.ts";
import { play } from "./play.ts";

play(proxy);
