import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { afterEach } from "@jest/globals";

/** What Node publishes on when a client has read the headers of an answer. */
const CHANNEL = "http.client.response.finish";

const listeners: (() => void)[] = [];

afterEach(() => listeners.splice(0).forEach((listener) => unsubscribe(CHANNEL, listener)));

/** Calls `then` once the client waits for the body: a server alone cannot know how far it has read. */
export function whenAnswerBegins(then: () => void): void {
  const listener = () => void setImmediate(then);
  listeners.push(listener);
  subscribe(CHANNEL, listener);
}
