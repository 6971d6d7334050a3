import { request } from "./request.ts";
import { play } from "./play.ts";

play(request);
