import { apiInTrouble } from "./api-in-trouble.ts";
import { body } from "./body.ts";
import { cancel } from "./cancel.ts";
import type { FaultClass } from "./case.ts";
import { credentials } from "./credentials.ts";
import { falseSuccess } from "./false-success.ts";
import { githubApi } from "./github-api.ts";
import { headers } from "./headers.ts";
import { hostileText } from "./hostile-text.ts";
import { limits } from "./limits.ts";
import { loginAnswer } from "./login-answer.ts";
import { lostAnswer } from "./lost-answer.ts";
import { manyValues } from "./many-values.ts";
import { muchOnGitHub } from "./much-on-github.ts";
import { nameAndConnect } from "./name-and-connect.ts";
import { outputs } from "./outputs.ts";
import { proxy } from "./proxy.ts";
import { redirect } from "./redirect.ts";
import { request } from "./request.ts";
import { runner } from "./runner.ts";
import { secrets } from "./secrets.ts";
import { session } from "./session.ts";
import { time } from "./time.ts";
import { tls } from "./tls.ts";

/** Everything that an unattended client of a slow HTTP API meets, in the order in which it may meet it. */
export const CATALOGUE: readonly FaultClass[] = [
  nameAndConnect,
  proxy,
  tls,
  request,
  headers,
  body,
  manyValues,
  redirect,
  credentials,
  session,
  loginAnswer,
  limits,
  falseSuccess,
  lostAnswer,
  hostileText,
  secrets,
  time,
  cancel,
  runner,
  outputs,
  githubApi,
  muchOnGitHub,
  apiInTrouble,
];
