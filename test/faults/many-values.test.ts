import { manyValues } from "./many-values.ts";
import { play } from "./play.ts";

play(manyValues);
