import type { NearWords } from "../words.ts";

export const near: NearWords = {
  "api-unreachable": ({ reason, host, address, proxy }, { quote }) => {
    switch (reason) {
      case "unknown-host":
        return `Esta máquina não encontra nenhum host com o nome ${quote(host)}`;
      case "name-service":
        return `O serviço de nomes (DNS) desta máquina não respondeu sobre ${quote(host)}`;
      case "refused":
        return `Nenhum serviço responde em ${quote(address)}: a conexão foi recusada`;
      case "no-route":
        return `Não há rota desta máquina até ${quote(address)}`;
      case "no-answer":
        return `${quote(address)} não responde, como se um firewall descartasse todos os pacotes`;
      case "reset":
        return `${quote(address)} encerrou a conexão na mesma hora`;
      case "tls-stalled":
        return `${quote(address)} aceitou a conexão e depois ficou em silêncio no handshake TLS`;
      case "proxy":
        return `O proxy${proxy ? ` ${quote(proxy)}` : ""} desta máquina não deixou a requisição chegar a ${quote(address)}`;
    }
  },
  "tls-untrusted": ({ reason, address }, { quote }) => {
    switch (reason) {
      case "not-tls":
        return `${quote(address)} não responde em TLS`;
      case "client-certificate":
        return `${quote(address)} só deixa entrar quem mostra um certificado próprio`;
      case "self-signed":
      case "expired":
      case "wrong-host":
      case "other":
        return `${quote(address)} mostrou um certificado em que esta máquina não confia`;
    }
  },
  "timed-out": ({ timeoutMs }, { duration }) =>
    `Nenhuma resposta completa chegou em ${duration(timeoutMs)}`,
  "connection-lost": ({ during }) =>
    during === "headers" ? "Ela encerrou a conexão sem responder" : "A resposta dela parou no meio",
};
