import type { Words } from "../words.ts";
import { addresses } from "./addresses.ts";
import { findings } from "./findings.ts";
import { help } from "./help.ts";
import { lines } from "./lines.ts";
import { near } from "./near.ts";
import { questions } from "./questions.ts";
import { refusals } from "./refusals.ts";
import { troubles } from "./troubles.ts";

export const ptBR: Words = {
  help,
  troubles,
  refusals,
  addresses,
  findings,
  near,
  questions,
  lines,
};
