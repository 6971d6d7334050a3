import { loginAnswer } from "./login-answer.ts";
import { play } from "./play.ts";

play(loginAnswer);
