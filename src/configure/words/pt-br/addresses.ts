import type { AddressWords } from "../words.ts";
import { YOU } from "./phrases.ts";

export const addresses: AddressWords = {
  missing: (_, { name }) => ({
    headline: "Falta o endereço da API",
    what: `${name("API_URL")} está vazia.`,
    who: YOU,
    steps: [`Informe-o: ${name("--api-url https://books.example.com")}.`],
  }),
  malformed: ({ value }, { quote, name }) => ({
    headline: "O endereço da API não pode ser lido",
    what: `${name("API_URL")} é ${quote(value)}, mas deve ser um endereço como ${name("https://books.example.com")} ou ${name("http://192.168.0.10:5000")}.`,
    who: YOU,
    steps: [`Corrija-o na origem ou informe-o com ${name("--api-url")}.`],
  }),
  "url-with-credentials": (_, { name }) => ({
    headline: "O endereço da API contém um usuário ou uma senha",
    what: `${name("API_URL")} é uma variável, que todos com acesso ao repositório podem ler.`,
    who: YOU,
    steps: [
      `Dê só o endereço com ${name("--api-url")}, e o resto como ${name("API_USERNAME")} e ${name("API_PASSWORD")}.`,
    ],
  }),
  "url-with-query": (_, { name }) => ({
    headline: "O endereço da API é longo demais",
    what: `${name("API_URL")} tem algo depois de um ${name("?")} ou de um ${name("#")}.`,
    who: YOU,
    steps: [`Dê apenas o endereço, com ${name("--api-url")}.`],
  }),
  "plain-http-to-public-host": ({ host }, { quote, name }) => ({
    headline: "A senha cruzaria a internet sem criptografia",
    what: `${name("API_URL")} começa com ${name("http://")}, e ${quote(host)} é um host público: qualquer um no caminho poderia ler a senha.`,
    who: YOU,
    steps: [
      `Melhor: dê um certificado à API e use o endereço com ${name("https://")}.`,
      `Para aceitar o risco, acrescente ${name("--allow-plain-http")}.`,
    ],
  }),
};
