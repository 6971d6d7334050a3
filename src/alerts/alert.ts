import type { History } from "../pipeline/history.ts";
import { alarmOf, type Weighed } from "./alarm.ts";
import type { Message, News } from "./ports.ts";
import { sound, type Listeners, type Loud, type Sounded } from "./sound.ts";

/** All that an alert needs from the world. */
export interface AlertPorts extends Listeners {
  /** The runs before this one, as they are known by now; `undefined` where they are not. */
  readonly recall: () => Promise<History | undefined>;
  readonly compose: (alarm: Loud) => {
    readonly message: Message;
    readonly news: Omit<News, "state">;
  };
}

/**
 * Tells a run to those who do not look at every run, where it is worth it. Of a run that did not succeed
 * the earlier ones are looked up once more: meanwhile a newer one may have said how things stand.
 *
 * @param known the runs before, as they were when this one began; `undefined` where that is not known, as
 *   in a post step, and then they are looked up. It counts where they cannot be.
 * @param after so many failures in a row make an alarm
 */
export async function alert(
  run: Weighed,
  known: History | undefined,
  after: number,
  ports: AlertPorts,
): Promise<Sounded> {
  if (!ports.issue && !ports.notify) return {};
  const isGood = run.entry.result === "succeeded";
  const history = isGood && known ? known : ((await ports.recall()) ?? known);
  const alarm = alarmOf(run, history, after);
  if (alarm.kind === "quiet") return {};
  const { message, news } = ports.compose(alarm);
  const isKnown = alarm.kind === "raised" && alarm.inARow !== undefined;
  const occasion = { at: run.startedAt, ...(isKnown ? { since: alarm.since } : {}) };
  return sound(alarm, message, news, occasion, ports);
}
