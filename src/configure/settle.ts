import { hostKindOf } from "../settings/host.ts";
import type { HostKind } from "../settings/settings.ts";
import { addressProblem } from "./address.ts";
import type { Talk } from "./talk.ts";
import { Stopped } from "./trouble.ts";
import type { Given, SomeValues, ValueName, Values } from "./values.ts";
import type { Terminal, World } from "./world.ts";

/** What a person had a say in, settled. */
export interface Settled {
  readonly values: Values;
  /** The address is plain HTTP to a public host, and somebody accepted that. */
  readonly allowsPlainHttp: boolean;
  /** The address is one that GitHub's own machines cannot reach. */
  readonly isPrivate: boolean;
}

/** What is known before anybody is asked. */
export interface Known {
  /** The address that GitHub has, and that an empty line stands for. */
  readonly address: string | undefined;
  readonly allowsPlainHttp: boolean;
  /** Everybody can propose changes to it: no place for a runner of one's own. */
  readonly isPublic: boolean;
}

/** Asks for the address until it is one that a run would take; @throws Stopped where nobody can answer. */
export async function settle(
  given: SomeValues,
  known: Known,
  world: World,
  talk: Talk,
): Promise<Settled> {
  const ask = (name: ValueName) => askFor(name, world, talk);
  let address = given.API_URL ?? (await askFor("API_URL", world, talk, known.address));
  let { allowsPlainHttp } = known;
  for (;;) {
    const problem = addressProblem(address.value, allowsPlainHttp, world.door);
    if (problem && !world.terminal) {
      throw new Stopped({ code: "address-invalid", problem, isAskedAgain: false });
    }
    if (problem?.kind === "plain-http-to-public-host") {
      allowsPlainHttp = await talk.yes(talk.words.questions.plainHttp(problem.host), false);
      if (allowsPlainHttp) continue;
      talk.say(talk.words.lines.encryptedAddress);
    } else if (problem) {
      talk.tell([{ code: "address-invalid", problem, isAskedAgain: true }]);
    } else {
      const { host, hostname } = new URL(address.value);
      const kind = hostKindOf(hostname);
      if (kind === "public") break;
      if (await isWanted({ host, kind }, known, world.terminal, talk)) break;
      const { nameForRunner, otherAddress } = talk.words.lines;
      talk.say(kind === "docker-host" ? nameForRunner : otherAddress);
    }
    // Not the known one by Enter: it may be what was just turned down.
    address = await ask("API_URL");
  }
  const { protocol, hostname } = new URL(address.value);
  const isPrivate = hostKindOf(hostname) !== "public";
  const values: Values = {
    API_URL: address,
    API_USERNAME: given.API_USERNAME ?? (await ask("API_USERNAME")),
    API_PASSWORD: given.API_PASSWORD ?? (await ask("API_PASSWORD")),
  };
  return { values, allowsPlainHttp: protocol === "http:" && !isPrivate, isPrivate };
}

/**
 * A private address is right only with a runner of one's own, which not everybody has in mind; the name
 * that Docker gives a container's machine only with one of few, so that nobody has it by a mere Enter.
 */
async function isWanted(
  { host, kind }: { readonly host: string; readonly kind: Exclude<HostKind, "public"> },
  { isPublic }: Known,
  terminal: Terminal | undefined,
  talk: Talk,
): Promise<boolean> {
  talk.warn(talk.words.lines.privateHost(host, kind));
  if (isPublic) talk.warn(talk.words.lines.publicRepository);
  const isDockers = kind === "docker-host";
  const { dockerRunner, selfHosted } = talk.words.questions;
  if (terminal) {
    return talk.yes(isDockers ? dockerRunner : selfHosted, !isPublic && !isDockers);
  }
  if (!isPublic && !isDockers) talk.say(`  ${talk.words.lines.noTerminal}`);
  return true;
}

/**
 * Asks until there is an answer.
 *
 * @param usual what an empty line means; without it, that the question is asked again
 * @throws Stopped where nobody can give one
 */
export async function askFor(
  name: ValueName,
  world: World,
  { words: { questions, lines } }: Talk,
  usual = "",
): Promise<Given> {
  const { terminal, door, say } = world;
  if (!terminal) throw new Stopped({ code: "values-missing", names: [name] });
  const aside = usual === "" ? "" : ` ${questions.usual(door(usual))}`;
  const question = `${questions.values[name]}${aside}: `;
  for (;;) {
    const isSecret = name === "API_PASSWORD";
    const typed = await (isSecret ? terminal.askSecret(question) : terminal.ask(question));
    const value = typed === "" ? usual : typed;
    if (isSecret && value !== "") world.mask(value);
    if (value !== "") return { value, source: "terminal" };
    say(lines.noAnswer);
  }
}
