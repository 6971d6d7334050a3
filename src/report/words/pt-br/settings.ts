import type { Expected } from "../../../settings/settings.ts";
import type { Voice } from "../../voice.ts";
import { placeOf, secret, storeOf, variable } from "../places.ts";
import type { Scene, SettingsWords } from "../words.ts";

const EXPECTED: Readonly<Record<Expected, (name: Voice["name"]) => string>> = {
  duration: (name) =>
    `uma duração de ${name("1s")} a ${name("1000h")}, como ${name("30s")}, ${name("10m")} ou ${name("1h30m")}`,
  "whole-number": () => "um número inteiro",
  percentage: (name) => `uma porcentagem de ${name("0%")} a ${name("100%")}`,
  boolean: (name) => `${name("true")} ou ${name("false")}`,
  url: address,
  "url-with-scheme": address,
  path: (name) => `um caminho que começa com uma só barra, como ${name("/api/v1/scrape/")}`,
  "time-zone": (name) => `um fuso horário como ${name("UTC")} ou ${name("America/Sao_Paulo")}`,
  labels: () => "nomes de etiquetas de no máximo 50 caracteres, separados por vírgulas",
  logins: () => "no máximo 10 nomes de usuário do GitHub, sem @ e separados por vírgulas",
  needs: (name) => `o que ${name("${{ toJSON(needs) }}")} fornece, com pelo menos um job`,
  "workflow-file": (name) => `o nome do arquivo de um workflow, como ${name("pipeline.yml")}`,
};

function address(name: Voice["name"]): string {
  return `um endereço como ${name("https://books.example.com")} ou ${name("http://192.168.0.10:5000")}`;
}

export const settings: SettingsWords = {
  missing: ({ input }, scene, voice) =>
    `Falta ${voice.name(input)}. O workflow que acompanha o Orquestra lê esse valor ${source(input, scene, voice)}.`,
  malformed: ({ input, value, expected }, scene, voice) =>
    `${voice.name(input)} é ${voice.quote(value)}, mas deve ser ${EXPECTED[expected](voice.name)}.${expected === "url-with-scheme" ? ` Não começa com ${voice.name("https://")} nem com ${voice.name("http://")}.` : ""}${change(input, scene, voice)}`,
  "out-of-range": ({ input, value, min, max }, scene, voice) =>
    `${voice.name(input)} é ${voice.quote(value)}, mas deve ir de ${voice.count(min)} a ${voice.count(max)}.${change(input, scene, voice)}`,
  "not-one-of": ({ input, value, choices }, scene, voice) =>
    `${voice.name(input)} é ${voice.quote(value)}, mas deve ser um destes valores: ${choices.map((choice) => voice.quote(choice)).join(" | ")}.${change(input, scene, voice)}`,
  "not-switchable": ({ input }, scene, voice) =>
    `${voice.name(input)} não pode ser ${voice.name("none")}. Escolha o que roda com ${voice.name("tasks")}.${change(input, scene, voice)}`,
  needs: ({ input, other }, scene, voice) =>
    `${voice.name(input)} precisa de ${voice.name(other)}, que está como ${voice.name("none")}. Altere ${variable(input, scene, voice)} ou ${variable(other, scene, voice)}.`,
  "needs-at-least": ({ input, other, least }, scene, voice) =>
    `${voice.name(input)} conta falhas em ${voice.count(least)} ${least === 1 ? "execução anterior" : "execuções anteriores"}, e ${voice.name(other)} consulta menos do que isso. Diminua ${variable(input, scene, voice)} ou aumente ${variable(other, scene, voice)}.`,
  "malformed-webhook": ({ input }, scene, voice) =>
    `${voice.name(input)} deve ser um endereço que começa com ${voice.name("https://")}, sem usuário nem senha. O valor é um segredo e não é mostrado. Altere o segredo ${secret(input, scene, voice)}.`,
  "url-with-credentials": ({ input }, scene, voice) =>
    `${voice.name(input)} contém um usuário ou uma senha. Retire-os de ${variable(input, scene, voice)} e guarde-os como ${secret("username", scene, voice)} e ${secret("password", scene, voice)}.`,
  "url-with-query": ({ input }, scene, voice) =>
    `${voice.name(input)} tem algo depois de um ${voice.name("?")} ou de um ${voice.name("#")}. Deixe em ${variable(input, scene, voice)} apenas o endereço e, se houver, o prefixo do caminho.`,
  "plain-http-to-public-host": ({ input, host }, scene, voice) =>
    `${voice.name(input)} começa com ${voice.name("http://")}, e ${voice.quote(host)} conta como host público, como todo nome com ponto: qualquer um no caminho poderia ler a senha. Use ${voice.name("https://")} em ${variable(input, scene, voice)} ou aceite o risco com a linha ${voice.name("allow-plain-http: true")} (no workflow que acompanha o Orquestra: defina a variável do repositório ${variable("allow-plain-http", scene, voice)} como ${voice.name("true")}).`,
};

function source(input: string, scene: Scene, voice: Voice): string {
  switch (storeOf(input)) {
    case "variable":
      return `da variável ${variable(input, scene, voice)}; um segredo com esse nome não é lido`;
    case "secret":
      return `do segredo ${secret(input, scene, voice)}; uma variável com esse nome não é lida`;
    case "either":
      return `do segredo ${secret(input, scene, voice)} ou da ${voice.link("variável", scene.links.variables)} com esse nome`;
    case "workflow":
      return `do próprio arquivo: ${voice.name("needs: ${{ toJSON(needs) }}")}`;
  }
}

function change(input: string, scene: Scene, voice: Voice): string {
  switch (placeOf(input)) {
    case "variable":
      return ` Altere a variável ${variable(input, scene, voice)}.`;
    case "workflow":
      return ` Altere a linha no ${voice.link("arquivo do workflow", scene.links.workflow)}.`;
    // These say themselves where they are changed, or stand beside a button.
    case "secret":
    case "either":
    case undefined:
      return "";
  }
}
