/** How far the command had come when the person ended it. */
export type Stage = "before" | "setting" | "read-back" | "workflow" | "preflight";

/** Ends the command, as the person wants it: whoever throws it knows what is done and what is not. */
export class Interrupted extends Error {
  override name = "Interrupted";
  readonly stage: Stage;

  constructor(stage: Stage) {
    super(stage);
    this.stage = stage;
  }
}
