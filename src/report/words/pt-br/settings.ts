import type { Expected } from "../../../settings/settings.ts";
import type { Voice } from "../../voice.ts";
import { storedAs } from "../places.ts";
import type { SettingsWords } from "../words.ts";

const EXPECTED: Readonly<Record<Expected, (name: Voice["name"]) => string>> = {
  duration: (name) =>
    `uma duração de ${name("1s")} a ${name("1000h")}, como ${name("30s")}, ${name("10m")} ou ${name("1h30m")}`,
  "whole-number": () => "um número inteiro",
  percentage: (name) => `uma porcentagem de ${name("0%")} a ${name("100%")}`,
  boolean: (name) => `${name("true")} ou ${name("false")}`,
  url: (name) =>
    `um endereço como ${name("https://books.example.com")} ou ${name("http://192.168.0.10:5000")}`,
  path: (name) => `um caminho que começa com uma só barra, como ${name("/api/v1/scrape/")}`,
  "time-zone": (name) => `um fuso horário como ${name("UTC")} ou ${name("America/Sao_Paulo")}`,
};

export const settings: SettingsWords = {
  missing: ({ input }, voice) =>
    `Falta ${voice.name(input)}. O workflow que acompanha o Orquestra lê esse valor de ${voice.name(storedAs(input))}.`,
  malformed: ({ input, value, expected }, voice) =>
    `${voice.name(input)} é ${voice.quote(value)}, mas deve ser ${EXPECTED[expected](voice.name)}.`,
  "out-of-range": ({ input, value, min, max }, voice) =>
    `${voice.name(input)} é ${voice.quote(value)}, mas deve ir de ${voice.count(min)} a ${voice.count(max)}.`,
  "not-one-of": ({ input, value, choices }, voice) =>
    `${voice.name(input)} é ${voice.quote(value)}, mas deve ser um destes valores: ${choices.map((choice) => voice.quote(choice)).join(" | ")}.`,
  "not-switchable": ({ input }, voice) =>
    `${voice.name(input)} não pode ser ${voice.name("none")}. Escolha o que roda com ${voice.name("tasks")}.`,
  needs: ({ input, other }, voice) =>
    `${voice.name(input)} precisa de ${voice.name(other)}, que está como ${voice.name("none")}.`,
  "url-with-credentials": ({ input }, voice) =>
    `${voice.name(input)} contém um usuário ou uma senha. Retire-os e defina ${voice.name("username")} e ${voice.name("password")}.`,
  "url-with-query": ({ input }, voice) =>
    `${voice.name(input)} tem algo depois de um ${voice.name("?")} ou de um ${voice.name("#")}. Deixe apenas o endereço e, se houver, o prefixo do caminho.`,
  "plain-http-to-public-host": ({ input, host }, voice) =>
    `${voice.name(input)} começa com ${voice.name("http://")}, e ${voice.quote(host)} é um host público: qualquer um no caminho poderia ler a senha. Use ${voice.name("https://")} ou aceite o risco com a linha ${voice.name("allow-plain-http: true")} (no workflow que acompanha o Orquestra: defina a variável do repositório ${voice.name(storedAs("allow-plain-http"))} como ${voice.name("true")}).`,
};
