import type { Failure } from "../../../../pipeline/failure.ts";
import type { Voice } from "../../../voice.ts";
import { inBrackets } from "../../asides.ts";
import { variable } from "../../places.ts";
import { isOutOfReach } from "../../scene.ts";
import type { Explanation, FailureWords, Scene } from "../../words.ts";
import { API_OWNER, REPOSITORY_ADMIN } from "./phrases.ts";

const RUNNER_OWNER = "Whoever looks after the runner's network.";

type Unreachable = Extract<Failure, { code: "api-unreachable" }>;

/** Nothing went out: the way to the API is closed. */
export const reach: Pick<FailureWords, "api-unreachable"> = {
  "api-unreachable": (failure, scene, voice) => ({
    headline: "The API could not be reached",
    what: `${obstacle(failure, voice)}${inBrackets(failure.detail, voice)}. Nothing was sent.${place(failure.host, scene, voice)}`,
    ...remedy(failure, scene, voice),
  }),
};

function obstacle({ reason, host, address, proxy }: Unreachable, voice: Voice): string {
  const at = voice.quote(address);
  switch (reason) {
    case "unknown-host":
      return `There is no host named ${voice.quote(host)}`;
    case "name-service":
      return `The name service (DNS) did not answer for ${voice.quote(host)}`;
    case "refused":
      return `Nothing listens at ${at}: the connection was refused`;
    case "no-route":
      return `There is no route from this runner to ${at}`;
    case "no-answer":
      return `${at} does not answer at all, as if a firewall dropped every packet`;
    case "reset":
      return `${at} closed the connection at once`;
    case "tls-stalled":
      return `${at} accepted the connection, and then fell silent in the TLS handshake`;
    case "proxy":
      return `The proxy${proxy ? ` ${voice.quote(proxy)}` : ""} did not let the request through to ${at}`;
  }
}

/** What the address itself says about the failure. */
function place(host: string, scene: Scene, voice: Voice): string {
  if (scene.hostKind === "loopback") {
    return isOutOfReach(scene)
      ? ` ${voice.quote(host)} is the machine on which this job ran: a machine of GitHub's, on which your API does not run.`
      : ` ${voice.quote(host)} is the runner itself, not another machine.`;
  }
  if (scene.hostKind === "docker-host") {
    return ` ${voice.quote(host)} exists only inside the containers of Docker Desktop, and means the machine around them.`;
  }
  if (!isOutOfReach(scene)) return "";
  const where =
    scene.hostKind === "single-label"
      ? "a name that only a local network knows"
      : "an address inside a private network";
  return ` ${voice.quote(host)} is ${where}, and this job ran on a machine of GitHub's, outside that network: no variable lets it in.`;
}

function remedy(
  { reason }: Unreachable,
  scene: Scene,
  voice: Voice,
): Pick<Explanation, "who" | "steps"> {
  const url = variable("api-url", scene, voice);
  if (isOutOfReach(scene)) {
    return {
      who: REPOSITORY_ADMIN,
      steps: [
        "Give the API a public address, or run the job on a self-hosted runner in the API's network. Use such a runner in a private repository only: in a public one, strangers' pull requests could run code on it.",
      ],
    };
  }
  switch (reason) {
    case "unknown-host":
      return {
        who: REPOSITORY_ADMIN,
        steps: [
          scene.hostKind === "docker-host"
            ? `Put ${voice.name("http://localhost:5000")} into ${url} for a runner on the API's own machine, or the name of the API's service, such as ${voice.name("http://api:5000")}, for a runner in its Docker network.`
            : `Check the spelling in ${url}.`,
        ],
      };
    case "name-service":
      return {
        who: RUNNER_OWNER,
        steps: ["Check the runner's network and its DNS.", `Check the spelling in ${url}.`],
      };
    case "proxy":
      return {
        who: RUNNER_OWNER,
        steps: [
          `Check ${voice.name("https_proxy")}, ${voice.name("http_proxy")} and ${voice.name("no_proxy")} in the runner's environment.`,
          "Check that the proxy lets the runner through to the API.",
        ],
      };
    case "refused":
    case "reset":
    case "tls-stalled":
      return {
        who: API_OWNER,
        steps: [
          "Check that the API is running.",
          `Check the host and the port in ${url}.`,
          ...(scene.hostKind === "loopback"
            ? [
                `If the runner is in a container, that container is its ${voice.name("localhost")}: put the name of the API's service into ${url}, such as ${voice.name("http://api:5000")}.`,
              ]
            : []),
        ],
      };
    case "no-route":
    case "no-answer":
      return {
        who: API_OWNER,
        steps: [
          "Check that the API's machine is running.",
          `Check that its firewall lets this runner in.${scene.runner === "github-hosted" ? " The addresses of GitHub's runners change, so a list of single addresses does not last." : ""}`,
          `Check the host and the port in ${url}.`,
        ],
      };
  }
}
