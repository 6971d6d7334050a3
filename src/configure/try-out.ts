import { register } from "../books/register.ts";
import type { Settings } from "../settings/settings.ts";
import type { Plain } from "../text/plain.ts";
import { settingsWith } from "./address.ts";
import type { Options } from "./options.ts";
import { meansOf, tryApi, type Probe } from "./probe.ts";
import type { Level } from "./review.ts";
import { askFor, type Settled } from "./settle.ts";
import type { Talk } from "./talk.ts";
import { explanation, tellProbe } from "./tell-probe.ts";
import { Stopped, type Trouble } from "./trouble.ts";
import { VALUE_NAMES, type Given, type Values } from "./values.ts";
import type { World } from "./world.ts";

/**
 * Tries the API with these values, from here. When it refuses the user, it registers them or asks for
 * another one, if somebody wants that.
 *
 * @returns the values that are to be set
 * @throws Stopped when the API refuses them, and nothing else was wanted
 */
export async function tryOut(
  { values: given, allowsPlainHttp }: Settled,
  levels: readonly Level[],
  options: Options,
  world: World,
  talk: Talk,
): Promise<Values> {
  const { lines, questions } = talk.words;
  let values = given;
  let mayRegister = true;
  talk.say(lines.trying);
  for (;;) {
    const read = settingsWith(values, allowsPlainHttp, world.door, levels);
    if ("problem" in read) throw new Stopped({ code: "address-invalid", problem: read.problem });
    const probe = await tryApi(read.settings, world);
    if (probe.kind === "unknown-call") throw new Stopped(unknownCall(probe, read.settings, talk));
    if (probe.kind !== "rejected") {
      tellProbe(probe, read.settings, talk);
      return probe.kind === "welcome" ? proved(values) : values;
    }
    let trouble: Trouble | undefined = rejected(probe.words, values);
    if (options.task === "dry-run") {
      if (options.registers) {
        talk.warn(lines.wouldRegister);
        return values;
      }
    } else if (mayRegister && (options.registers || (await asked(questions.register)))) {
      mayRegister = false;
      trouble = await registerUser(read.settings, world, talk);
      world.interruption.throwIfAborted();
      if (!trouble) continue;
    }
    if (!world.terminal) throw new Stopped(trouble);
    talk.tell([trouble]);
    if (!(await asked(questions.otherUser))) throw new Stopped();
    mayRegister = true;
    const API_USERNAME = await askFor("API_USERNAME", world, talk);
    const API_PASSWORD = await askFor("API_PASSWORD", world, talk);
    values = { API_URL: values.API_URL, API_USERNAME, API_PASSWORD };
  }

  async function asked(question: string): Promise<boolean> {
    return world.terminal !== undefined && talk.yes(question, true);
  }
}

/** @returns undefined when a new log-in is worth a try: the user is there, or may be */
async function registerUser(
  settings: Settings,
  world: World,
  talk: Talk,
): Promise<Trouble | undefined> {
  const made = await register(settings, meansOf(world));
  switch (made.kind) {
    case "registered":
      talk.done(talk.words.lines.registered);
      return undefined;
    case "unclear":
      talk.warn(talk.words.lines.registrationUnclear);
      return undefined;
    case "exists":
      return { code: "user-exists", words: made.words };
    case "refused":
      return {
        code: "registration-refused",
        what: explanation(made.failure, "login", settings.hostKind, talk).what,
      };
  }
}

function unknownCall(
  { failure, task }: Extract<Probe, { kind: "unknown-call" }>,
  { hostKind }: Settings,
  talk: Talk,
): Trouble {
  return { code: "api-call-unknown", what: explanation(failure, task, hostKind, talk).what };
}

/** However an export spelt them: the API knows them. */
function proved({ API_URL, API_USERNAME, API_PASSWORD }: Values): Values {
  const sure = (given: Given): Given => ({ value: given.value, source: given.source });
  return { API_URL, API_USERNAME: sure(API_USERNAME), API_PASSWORD: sure(API_PASSWORD) };
}

/** Values that an export may have spelt anew are the first to look at. */
function rejected(words: Plain | undefined, values: Values): Trouble {
  const mayDiffer = VALUE_NAMES.filter((name) => values[name].mayDiffer === true);
  return { code: "credentials-rejected", mayDiffer, ...(words && { words }) };
}
