import { muchOnGitHub } from "./much-on-github.ts";
import { play } from "./play.ts";

play(muchOnGitHub);
