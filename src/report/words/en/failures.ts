import type { FailureWords } from "../words.ts";
import { answers } from "./failures/answers.ts";
import { data } from "./failures/data.ts";
import { health } from "./failures/health.ts";
import { lost } from "./failures/lost.ts";
import { own } from "./failures/own.ts";
import { reach } from "./failures/reach.ts";
import { refusals } from "./failures/refusals.ts";
import { tls } from "./failures/tls.ts";

export const failures: FailureWords = {
  ...own,
  ...reach,
  ...tls,
  ...refusals,
  ...health,
  ...answers,
  ...data,
  ...lost,
};
