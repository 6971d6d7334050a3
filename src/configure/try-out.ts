import { register } from "../books/register.ts";
import type { Settings } from "../settings/settings.ts";
import type { Plain } from "../text/plain.ts";
import { settingsWith } from "./address.ts";
import type { Options } from "./options.ts";
import { meansOf, tryApi, type Probe } from "./probe.ts";
import { isDoubled } from "./stored-settings.ts";
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
  const isDry = options.task === "dry-run";
  let mayRegister = !isDry;
  talk.say(lines.trying);
  for (;;) {
    const read = settingsWith(values, allowsPlainHttp, world.door, levels);
    if ("problem" in read) {
      throw new Stopped({ code: "address-invalid", problem: read.problem, isAskedAgain: false });
    }
    const { settings } = read;
    const probe = await tryApi(settings, world);
    if (probe.kind === "unknown-call") throw new Stopped(unknownCall(probe, settings, talk));
    if (probe.kind !== "rejected") {
      tellProbe(probe, settings, talk);
      return probe.kind === "welcome" ? proved(values) : values;
    }
    if (isDry && options.registers) {
      talk.warn(lines.wouldRegister);
      return values;
    }
    let trouble: Trouble | undefined = rejected(probe.words, values);
    if (mayRegister && options.registers) trouble = await registered(settings);
    while (trouble) {
      if (!world.terminal) throw new Stopped(trouble);
      talk.tell([trouble]);
      // A slip of the keyboard is likelier than a user who is not there yet.
      if (await talk.yes(questions.otherUser, true)) {
        trouble = undefined;
        mayRegister = !isDry;
        const API_USERNAME = await askFor("API_USERNAME", world, talk);
        const API_PASSWORD = await askFor("API_PASSWORD", world, talk);
        values = { API_URL: values.API_URL, API_USERNAME, API_PASSWORD };
      } else if (mayRegister && (await talk.yes(questions.register, false))) {
        trouble = await registered(settings);
      } else {
        throw new Stopped();
      }
    }
  }

  async function registered(settings: Settings): Promise<Trouble | undefined> {
    mayRegister = false;
    const trouble = await registerUser(settings, world, talk);
    world.interruption.throwIfAborted();
    return trouble;
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
  settings: Settings,
  talk: Talk,
): Trouble {
  // Not the words that came with the status: they may be a whole page.
  const { code, status, asked } = failure;
  const bare = { code, status, ...(asked && { asked }) };
  const { what } = explanation(bare, task, settings.hostKind, talk);
  const doubled = isDoubled(settings) ? ` ${talk.finding({ kind: "address-doubled" })}` : "";
  return { code: "api-call-unknown", what: `${what}${doubled}` };
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
