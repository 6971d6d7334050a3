import type { Failure } from "../../../../pipeline/failure.ts";
import type { Voice } from "../../../voice.ts";
import { inBrackets } from "../../asides.ts";
import { variable } from "../../places.ts";
import { isOutOfReach } from "../../scene.ts";
import type { Explanation, FailureWords, Scene } from "../../words.ts";
import { API_OWNER, REPOSITORY_ADMIN } from "./phrases.ts";

const RUNNER_OWNER = "quem cuida da rede do runner.";
const NETWORK_ADMIN = "quem administra este repositório e a rede da API.";

type Unreachable = Extract<Failure, { code: "api-unreachable" }>;

/** Nothing went out: the way to the API is closed. */
export const reach: Pick<FailureWords, "api-unreachable"> = {
  "api-unreachable": (failure, scene, voice) => ({
    headline: "Não foi possível acessar a API",
    what: `${obstacle(failure, voice)}${inBrackets(failure.detail, voice)}. Nada foi enviado.${place(failure.host, scene, voice)}`,
    ...remedy(failure, scene, voice),
  }),
};

function obstacle({ reason, host, address, proxy }: Unreachable, voice: Voice): string {
  const at = voice.quote(address);
  switch (reason) {
    case "unknown-host":
      return `Não existe um host com o nome ${voice.quote(host)}`;
    case "name-service":
      return `O serviço de nomes (DNS) não respondeu sobre ${voice.quote(host)}`;
    case "refused":
      return `Nenhum serviço responde em ${at}: a conexão foi recusada`;
    case "no-route":
      return `Não há rota deste runner até ${at}`;
    case "no-answer":
      return `${at} não responde, como se um firewall descartasse todos os pacotes`;
    case "reset":
      return `${at} encerrou a conexão na mesma hora`;
    case "tls-stalled":
      return `${at} aceitou a conexão e depois ficou em silêncio no handshake TLS`;
    case "proxy":
      return `O proxy${proxy ? ` ${voice.quote(proxy)}` : ""} não deixou a requisição chegar a ${at}`;
  }
}

/** What the address itself says about the failure. */
function place(host: string, scene: Scene, voice: Voice): string {
  if (scene.hostKind === "loopback") {
    return isOutOfReach(scene)
      ? ` ${voice.quote(host)} é a máquina em que este job rodou: uma máquina do GitHub, na qual a sua API não roda.`
      : ` ${voice.quote(host)} é o próprio runner, e não outra máquina.`;
  }
  if (scene.hostKind === "docker-host") {
    return ` ${voice.quote(host)} só existe dentro dos contêineres do Docker Desktop e é a máquina em volta deles.`;
  }
  if (!isOutOfReach(scene)) return "";
  const where =
    scene.hostKind === "single-label"
      ? "um nome que só uma rede local conhece"
      : "um endereço de uma rede privada";
  return ` ${voice.quote(host)} é ${where}, e este job rodou em uma máquina do GitHub, fora dessa rede: nenhuma variável resolve isso.`;
}

function remedy(
  { reason }: Unreachable,
  scene: Scene,
  voice: Voice,
): Pick<Explanation, "who" | "steps"> {
  const url = variable("api-url", scene, voice);
  if (isOutOfReach(scene)) {
    return {
      who: NETWORK_ADMIN,
      steps: [
        "Dê à API um endereço público ou rode o job em um runner próprio (self-hosted) na rede da API. Use esse runner apenas em um repositório privado: em um público, pull requests de estranhos poderiam executar código nele.",
      ],
    };
  }
  switch (reason) {
    case "unknown-host":
      return {
        who: REPOSITORY_ADMIN,
        steps: [
          scene.hostKind === "docker-host"
            ? `Ponha ${voice.name("http://localhost:5000")} em ${url} para um runner na própria máquina da API, ou o nome do serviço da API, como ${voice.name("http://api:5000")}, para um runner na rede Docker dela.`
            : `Confira a grafia em ${url}.`,
        ],
      };
    case "name-service":
      return {
        who: RUNNER_OWNER,
        steps: ["Verifique a rede do runner e o DNS dela.", `Confira a grafia em ${url}.`],
      };
    case "proxy":
      return {
        who: RUNNER_OWNER,
        steps: [
          `Confira ${voice.name("https_proxy")}, ${voice.name("http_proxy")} e ${voice.name("no_proxy")} no ambiente do runner.`,
          "Verifique se o proxy deixa o runner acessar a API.",
        ],
      };
    case "refused":
    case "reset":
    case "tls-stalled":
      return {
        who: API_OWNER,
        steps: [
          "Verifique se a API está no ar.",
          `Confira o host e a porta em ${url}.`,
          ...(scene.hostKind === "loopback"
            ? [
                `Se o runner está em um contêiner, ${voice.name("localhost")} é esse contêiner: ponha em ${url} o nome do serviço da API, como ${voice.name("http://api:5000")}.`,
              ]
            : []),
        ],
      };
    case "no-route":
    case "no-answer":
      return {
        who: API_OWNER,
        steps: [
          "Verifique se a máquina da API está ligada.",
          `Verifique se o firewall dela deixa este runner entrar.${scene.runner === "github-hosted" ? " Os endereços dos runners do GitHub mudam: uma lista de endereços avulsos não dura." : ""}`,
          `Confira o host e a porta em ${url}.`,
        ],
      };
  }
}
