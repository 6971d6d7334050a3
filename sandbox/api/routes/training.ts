import { setTimeout as delay } from "node:timers/promises";
import type { Faults } from "../../faults.ts";
import { json } from "../answer.ts";
import type { Answer, Route } from "../answer.ts";
import { ARTIFACT_NAMES, saveArtifacts } from "../artifacts.ts";
import type { Books } from "../books.ts";
import { trainModel } from "../tfidf.ts";
import { trainingWords } from "../training-words.ts";
import { mapInTurns } from "../turns.ts";

/** Trains the recommender on what is stored and leaves the artifacts. A GET with effects. */
export function trainingRoute(
  books: Books,
  faults: Faults,
  place: { artifactsDir: string; closing: AbortSignal },
): Route {
  return {
    method: "GET",
    path: "/api/v1/ml/training-data",
    token: "access",
    async answer() {
      if (faults.has("crash")) throw new Error("training crashed");
      try {
        const answer = await train();
        if (faults.has("slow-answers")) {
          await delay(faults.number("slow-answers") * 1_000, undefined, { signal: place.closing });
        }
        return faults.has("cut-training") ? { kind: "cut", status: answer.status } : answer;
      } catch (error) {
        return json(500, { error: (error as Error).message });
      }
    },
  };

  async function train(): Promise<Answer> {
    const stored = faults.has("empty-training") ? [] : books.texts();
    const read = await mapInTurns(
      stored,
      ({ title, description }) => ({ title, words: trainingWords(description) }),
      place.closing,
    );
    const described = read.filter((book) => book.words.length > 0);
    if (described.length === 0) {
      return json(200, { msg: "Nenhum dado encontrado para treinamento." });
    }
    const model = await trainModel(
      described.map((book) => book.words),
      place.closing,
    );
    const titles = described.map((book) => book.title);
    await saveArtifacts(place.artifactsDir, model, titles);
    return json(200, {
      artifacts_saved: ARTIFACT_NAMES,
      msg: "Pipeline de treinamento executado com sucesso",
    });
  }
}
