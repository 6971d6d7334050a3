import type { Language } from "../../src/settings/settings.ts";

/** The few words that stand between what the code itself says. */
export interface Labels {
  readonly input: string;
  readonly output: string;
  readonly default: string;
  readonly required: string;
  readonly meaning: string;
  readonly code: string;
  readonly result: string;
  readonly or: string;
  readonly happens: string;
  readonly ends: string;
  readonly read: string;
  readonly tests: string;
  readonly layout: string;
  readonly page: string;
  readonly jobs: string;
  readonly minutesARun: string;
  readonly minutesAMonth: string;
  /** The page that explains the codes, from the repository's root. */
  readonly failuresPage: string;
}

export const LABELS: Readonly<Record<Language, Labels>> = {
  en: {
    input: "Input",
    output: "Output",
    default: "Default",
    required: "required",
    meaning: "What it is",
    code: "Code",
    result: "Result",
    or: "or",
    happens: "What happens",
    ends: "How it ends",
    read: "What people read",
    tests: "Its tests, each with the name of its line:",
    layout: "Workflow",
    page: "A page of the shop takes",
    jobs: "Jobs a run",
    minutesARun: "Minutes a run",
    minutesAMonth: "Minutes a month",
    failuresPage: "docs/failures.md",
  },
  "pt-BR": {
    input: "Entrada",
    output: "Saída",
    default: "Padrão",
    required: "obrigatória",
    meaning: "O que é",
    code: "Código",
    result: "Resultado",
    or: "ou",
    happens: "O que acontece",
    ends: "Como termina",
    read: "O que as pessoas leem",
    tests: "Os testes, com os nomes das linhas da página em inglês:",
    layout: "Workflow",
    page: "Uma página da loja leva",
    jobs: "Jobs por execução",
    minutesARun: "Minutos por execução",
    minutesAMonth: "Minutos por mês",
    failuresPage: "docs/failures.pt-BR.md",
  },
};
