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
    what: `${doubt(failure, voice)}${inBrackets(failure.detail, voice)}. ${failure.reason === "client-certificate" ? "It accepted no request." : "Nothing was sent."}`,
    ...remedy(failure.reason, scene, voice),
  }),
};

function headline(reason: TlsReason): string {
  switch (reason) {
    case "not-tls":
      return "The API does not speak HTTPS on this port";
    case "client-certificate":
      return "The API asks for a client certificate";
    case "self-signed":
    case "expired":
    case "wrong-host":
    case "other":
      return "The API's certificate is not trusted";
  }
}

function doubt({ reason, address }: Untrusted, voice: Voice): string {
  const at = voice.quote(address);
  switch (reason) {
    case "self-signed":
      return `The certificate of ${at} is not signed by an authority that this runner trusts`;
    case "expired":
      return `The certificate of ${at} has expired, or is not valid yet`;
    case "wrong-host":
      return `The certificate of ${at} was issued for another name`;
    case "not-tls":
      return `${at} does not answer in TLS`;
    case "client-certificate":
      return `${at} lets in only those who show a certificate of their own, and Orquestra has none`;
    case "other":
      return `No trusted connection to ${at} could be made`;
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
          "Check that the API sends its whole chain of certificates.",
          `If an authority of your own signed it, save its root certificate in a file and name that file in the step's environment variable ${voice.name("NODE_EXTRA_CA_CERTS")}.`,
        ],
      };
    case "expired":
      return { who: API_OWNER, steps: ["Renew the API's certificate."] };
    case "wrong-host":
      return {
        who: REPOSITORY_ADMIN,
        steps: [`Use a name in ${url} that the certificate covers.`],
      };
    case "not-tls":
      return {
        who: REPOSITORY_ADMIN,
        steps: [
          `Check the port in ${url}.`,
          `If the API speaks plain HTTP there, write ${voice.name("http://")} in ${url}.`,
        ],
      };
    case "client-certificate":
      return {
        who: API_OWNER,
        steps: [
          "No setting gives Orquestra a client certificate: let the API, or the proxy in front of it, do without one for this runner.",
        ],
      };
  }
}
