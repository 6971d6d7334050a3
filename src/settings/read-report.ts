import type { Door } from "../text/plain.ts";
import { openInputs, type InputSource } from "./inputs.ts";
import { readManner } from "./manner.ts";
import { needs } from "./needs.ts";
import type { Read } from "./read.ts";
import type { ReportSettings } from "./settings.ts";

/** All that the door needs which tells of other jobs. */
export function readReportSettings(
  source: InputSource,
  door: Door,
): Read<ReportSettings, ReportSettings> {
  const inputs = openInputs(source, door, door);
  const text = inputs.required("needs");
  const settings = {
    needs: (text === "" ? undefined : inputs.take("needs", needs(text, door))) ?? [],
    ...readManner(source, inputs),
  };
  const { problems } = inputs;
  return problems.length > 0
    ? { kind: "invalid", problems, manner: settings }
    : { kind: "valid", settings };
}
