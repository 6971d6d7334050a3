import type { PreflightWords } from "../../preflight-words.ts";
import { counted } from "../counted.ts";
import { alertFindings } from "./alerts.ts";
import { blinds } from "./blinds.ts";
import { jobFindings } from "./jobs.ts";
import { facts, offs } from "./seen.ts";
import { workflowFindings } from "./workflow.ts";

export const preflight: PreflightWords = {
  onlyThing: (headline) => `Falta corrigir uma coisa: ${uncapitalized(headline)}`,
  toPutRight: (things, voice) => `Faltam corrigir ${voice.count(things)} coisas`,
  apiReady: "A API está no ar e o login funciona",
  notMade: (checks, voice) =>
    counted(checks, "verificação não pôde ser feita", "verificações não puderam ser feitas", voice),
  worthALook: (things, voice) =>
    counted(things, "ponto merece atenção", "pontos merecem atenção", voice),
  changedNothing: "Esta verificação prévia (preflight) olha tudo de uma vez e não altera nada.",
  columns: { check: "Verificação", seen: "Resultado" },
  checks: {
    settings: "Configurações",
    network: "Rede",
    tls: "TLS",
    health: "Saúde",
    login: "Login",
    workflow: "Arquivo do workflow",
    enabled: "Workflow",
    schedule: "Agendamento",
    "time-zone": "Fuso horário",
    permissions: "Permissões",
    "job-time": "Limite de tempo",
    runner: "Runner",
    issues: "Issue de falha",
    "notify-url": "Webhook",
    "ping-url": "Alarme de inatividade",
  },
  unseen: "sem verificação",
  notLookedAt: "Sem verificação:",
  blinds,
  offs,
  facts,
  findings: { ...workflowFindings, ...jobFindings, ...alertFindings },
  runAgain: "Execute esta verificação de novo",
};

/** A headline behind a colon. */
function uncapitalized(headline: string): string {
  return `${headline.charAt(0).toLowerCase()}${headline.slice(1)}`;
}
