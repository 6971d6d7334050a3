import { githubApi } from "./github-api.ts";
import { play } from "./play.ts";

play(githubApi);
