import type { Words } from "../words.ts";
import { alerts } from "./alerts.ts";
import { dataNow } from "./data.ts";
import { failures } from "./failures.ts";
import { history } from "./history.ts";
import { joint } from "./joint.ts";
import { log } from "./log.ts";
import { settings } from "./settings.ts";
import { summary } from "./summary.ts";

export const ptBR: Words = { failures, dataNow, settings, summary, history, joint, alerts, log };
