import type { Failure, TlsReason } from "../../../../pipeline/failure.ts";
import type { Voice } from "../../../voice.ts";
import { inBrackets } from "../../asides.ts";
import { variable } from "../../places.ts";
import type { Explanation, FailureWords, Scene } from "../../words.ts";
import { API_OWNER, REPOSITORY_ADMIN } from "./phrases.ts";

type Untrusted = Extract<Failure, { code: "tls-untrusted" }>;

/** No request was accepted: one of the two could not prove who it is. */
export const tls: Pick<FailureWords, "tls-untrusted"> = {
  "tls-untrusted": (failure, scene, voice) => ({
    headline: headline(failure.reason),
    what: `${doubt(failure, voice)}${inBrackets(failure.detail, voice)}. ${failure.reason === "client-certificate" ? "Nenhuma requisição foi aceita." : "Nada foi enviado."}`,
    ...remedy(failure.reason, scene, voice),
  }),
};

function headline(reason: TlsReason): string {
  switch (reason) {
    case "not-tls":
      return "A API não fala HTTPS nesta porta";
    case "client-certificate":
      return "A API exige um certificado do cliente";
    case "self-signed":
    case "expired":
    case "wrong-host":
    case "other":
      return "O certificado da API não é confiável";
  }
}

function doubt({ reason, address }: Untrusted, voice: Voice): string {
  const at = voice.quote(address);
  switch (reason) {
    case "self-signed":
      return `O certificado de ${at} não foi assinado por uma autoridade certificadora (CA) em que este runner confia`;
    case "expired":
      return `O certificado de ${at} venceu ou ainda não é válido`;
    case "wrong-host":
      return `O certificado de ${at} foi emitido para outro nome`;
    case "not-tls":
      return `${at} não responde em TLS`;
    case "client-certificate":
      return `${at} só deixa entrar quem mostra um certificado próprio, e o Orquestra não tem nenhum`;
    case "other":
      return `Não foi possível estabelecer uma conexão confiável com ${at}`;
  }
}

function remedy(reason: TlsReason, scene: Scene, voice: Voice): Pick<Explanation, "who" | "steps"> {
  const url = variable("api-url", scene, voice);
  switch (reason) {
    case "self-signed":
    case "other":
      return {
        who: API_OWNER,
        steps: [
          "Verifique se a API envia a cadeia completa de certificados.",
          `Se o certificado foi assinado por uma CA própria, salve o certificado raiz em um arquivo e indique esse arquivo na variável de ambiente ${voice.name("NODE_EXTRA_CA_CERTS")} do step.`,
        ],
      };
    case "expired":
      return { who: API_OWNER, steps: ["Renove o certificado da API."] };
    case "wrong-host":
      return {
        who: REPOSITORY_ADMIN,
        steps: [`Use em ${url} um nome que o certificado cubra.`],
      };
    case "not-tls":
      return {
        who: REPOSITORY_ADMIN,
        steps: [
          `Confira a porta em ${url}.`,
          `Se ali a API fala HTTP simples, escreva ${voice.name("http://")} em ${url}.`,
        ],
      };
    case "client-certificate":
      return {
        who: API_OWNER,
        steps: [
          "Nenhuma configuração dá ao Orquestra um certificado de cliente: faça a API, ou o proxy na frente dela, dispensar esse certificado para este runner.",
        ],
      };
  }
}
