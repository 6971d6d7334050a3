import { nameAndConnect } from "./name-and-connect.ts";
import { play } from "./play.ts";

play(nameAndConnect);
