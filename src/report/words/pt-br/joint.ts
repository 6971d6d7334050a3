import type { JointWords } from "../joint-words.ts";

export const joint: JointWords = {
  job: "Job",
  headlines: {
    failed: (job, cause, voice) => `O job ${voice.name(job)} falhou${because(cause)}`,
    unknown: (job, cause, voice) =>
      `Não se sabe se o job ${voice.name(job)} fez o seu trabalho${because(cause)}`,
    cancelled: (job, voice) => `O job ${voice.name(job)} foi cancelado`,
    spoiled: {
      failed: (job, voice) => `O job ${voice.name(job)} fez o seu trabalho, mas falhou depois`,
      cancelled: (job, voice) =>
        `O job ${voice.name(job)} fez o seu trabalho, mas foi cancelado depois`,
    },
    silent: {
      success: (job, voice) =>
        `O job ${voice.name(job)} está verde, mas nada comprova o seu trabalho`,
      failure: (job, voice) => `O job ${voice.name(job)} falhou e não deixou relatório`,
      cancelled: (job, voice) => `O job ${voice.name(job)} foi cancelado e não deixou relatório`,
    },
    skipped: (job, voice) =>
      `O job ${voice.name(job)} foi pulado, embora nenhum job antes dele tenha falhado`,
    noWork: "Todos os jobs tiveram sucesso, mas nenhum coletou nem treinou",
    nothingRan: "Nada rodou: todos os jobs foram pulados",
  },
  whats: {
    elsewhere: (job, page, voice) =>
      `O resumo do job ${voice.name(job)}, na ${voice.link("página desta execução", page)}, conta tudo: o que aconteceu, o que isso fez com os dados, quem pode resolver e como.`,
    spoiled: () =>
      "O que o Orquestra fez nele está comprovado. Outra coisa no job deu errado: o log dele diz o quê.",
    silent: {
      success: (voice) =>
        `Ele não entregou uma saída ${voice.name("run")} em que se possa confiar, e não foi encontrado nenhum aviso dele. O GitHub descarta uma saída que contém um valor mascarado; um job que não usa nenhuma parte do Orquestra não tem essa saída e não deve estar em ${voice.name("needs")}.`,
      failure: (voice) =>
        `Ele não entregou uma saída ${voice.name("run")} em que se possa confiar, e não foi encontrado nenhum aviso dele. Ele falhou antes de o Orquestra começar, ou o runner dele se perdeu.`,
      cancelled: (voice) =>
        `Ele não entregou uma saída ${voice.name("run")} em que se possa confiar, e não foi encontrado nenhum aviso dele. Ele foi cancelado antes de o Orquestra começar, ou terminou antes de poder relatar.`,
    },
    skipped: (voice) =>
      `A condição dele (${voice.name("if")}) não foi atendida, ou ele espera por um job que não está em ${voice.name("needs")} deste.`,
    noWork: (voice) =>
      `Uma execução só conta se um dos jobs comprovou uma coleta ou um treino. Inclua esses jobs em ${voice.name("needs")} deste.`,
    nothingRan: (voice) =>
      `Nenhum dos jobs em ${voice.name("needs")} rodou: não há o que relatar, e ninguém foi alertado.`,
  },
  steps: {
    readSummary: (job, voice) => `Faça o que diz o resumo do job ${voice.name(job)}.`,
    readLog: (job, voice) => `Veja o log do job ${voice.name(job)}.`,
    waitForApi:
      "A API pode ainda estar trabalhando no que lhe foi pedido. Espere até que o log dela diga que terminou.",
    runAgain: (page, voice) =>
      `Na ${voice.link("página desta execução", page)}, escolha ${voice.name("Re-run jobs")} e ${voice.name("Re-run failed jobs")}: os jobs que tiveram sucesso não são repetidos.`,
    runAllAgain: (page, voice) =>
      `Na ${voice.link("página desta execução", page)}, escolha ${voice.name("Re-run jobs")} e ${voice.name("Re-run all jobs")}: este job não falhou, e ${voice.name("Re-run failed jobs")} não o repetiria.`,
  },
  results: {
    proved: "fez o seu trabalho",
    carriedOver: (attempt, voice) =>
      `feito pela tentativa ${voice.count(attempt)}; não foi repetido`,
    failed: (cause) => `falhou${because(cause)}`,
    unknown: (cause) => `não se sabe se funcionou${because(cause)}`,
    cancelled: "cancelado",
    spoiled: {
      failed: "fez o seu trabalho, mas falhou depois",
      cancelled: "fez o seu trabalho, mas foi cancelado depois",
    },
    silent: {
      success: "verde, mas nada comprova o seu trabalho",
      failure: "falhou e não deixou relatório",
      cancelled: "cancelado, sem relatório",
    },
    skipped: (behind, voice) =>
      behind === undefined ? "pulado" : `pulado, pois o job ${voice.name(behind)} não teve sucesso`,
  },
  byLedger: (job, voice) =>
    `O job ${voice.name(job)} não entregou a saída ${voice.name("run")}. O que se diz dele vem do aviso que ele mesmo deixou.`,
};

function because(cause: string | undefined): string {
  return cause === undefined ? "" : `: ${cause}`;
}
