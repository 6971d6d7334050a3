import type { PreflightWords } from "../../preflight-words.ts";
import { atHour } from "../hours.ts";

/** What the table says where all is well. */
export const facts: PreflightWords["facts"] = {
  valid: () => "todas válidas",
  reached: () => "API acessível",
  trusted: () => "certificado confiável",
  file: ({ branch }, voice) =>
    branch === undefined ? "no branch padrão" : `em ${voice.quote(branch)}`,
  active: () => "ativado",
  schedule: ({ next }, voice) =>
    `${voice.quote(next.cron)}, a próxima em ${voice.shortDay(next.nextAt)} ${atHour(voice.timeOfDay(next.nextAt))}`,
  "one-zone": ({ zone }, voice) => voice.name(zone),
  permitted: () => "todas as necessárias",
  "time-enough": ({ minutes, leastMinutes }, voice) =>
    `${voice.count(minutes)} minutos, ${voice.count(leastMinutes)} necessários`,
  "runs-on": ({ labels }, voice) => voice.quote(labels),
  "issues-on": () => "issues ativadas",
  delivered: () => "aceitou o teste",
};

/** What the table says where there is nothing to look at. */
export const offs: PreflightWords["offs"] = {
  "plain-http": () => "HTTP simples",
  "no-health-page": (voice) => `${voice.name("health-path")} está como ${voice.name("none")}`,
  "no-schedule": () => "não há agendamento",
  "no-need": () => "nada a exigir",
  "no-failure-issue": (voice) => `${voice.name("failure-issue")} está como ${voice.name("false")}`,
  "not-set": () => "não definido",
  "not-tested": (voice) => `não testado (${voice.name("test-alerts")})`,
};
