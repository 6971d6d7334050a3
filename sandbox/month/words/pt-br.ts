import { atHour } from "../../../src/report/words/pt-br/hours.ts";
import type { MonthWords } from "../words.ts";

export const ptBr: MonthWords = {
  endings: {
    succeeded: "deu certo",
    failed: "falhou",
    unknown: "não se sabe",
    cancelled: "cancelada",
    none: "terminou sem resultado",
    missed: "sem execução",
  },
  day: (day) => `Dia ${day}`,
  again: (time) => `executada de novo ${atHour(time)}`,
  late: (duration) => `começou com atraso de ${duration}`,
  neverStarted: "O GitHub não iniciou a execução",
  noSummary: "Não deixou resumo",
  tally: ({ runs, succeeded, missed }, list) => {
    const outcome = `${succeeded} de ${runs} ${runs === 1 ? "execução deu" : "execuções deram"} certo.`;
    if (missed.length === 0) return outcome;
    return `${outcome} O GitHub não iniciou a execução ${missed.length === 1 ? "do dia" : "dos dias"} ${list(missed)}.`;
  },
  terminal: {
    ready: (books, url) => `Uma loja de ${books} livros e a API dela estão prontas em ${url}.`,
    played: (duration, index) =>
      `Tudo rodou em ${duration}. Abra ${index} em um navegador para ver os dias.`,
    interrupted: (index) => `Interrompido. ${index} tem os dias até aqui.`,
  },
  page: {
    title: (days) => `${days} ${days === 1 ? "dia" : "dias"} do pipeline`,
    lead: "Cada dia leva ao resumo que sua execução deixou, como o GitHub o mostra.",
    madeBy: "Rodou em uma só máquina com",
    allDays: "Todos os dias",
    otherPages: "Outros dias",
    firstAttempt: "Primeira tentativa",
    secondAttempt: "Segunda tentativa",
    issue: (number, state) => `Issue ${number}, ${{ open: "aberta", closed: "fechada" }[state]}.`,
    commented: (author) => `${author} comentou:`,
    issues: "O que ele contou a quem não olha cada execução:",
    sandbox: "Do sandbox: os links para o GitHub são exemplos.",
  },
};
