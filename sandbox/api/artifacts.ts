import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Model } from "./tfidf.ts";

const VECTORIZER = "tfidf_vectorizer.pkl";
const SIMILARITY = "cosine_sim_matrix.pkl";
const INDEX = "idx_series.pkl";

/** The files that training leaves. Their names are the real API's; here JSON and 64-bit floats are in them. */
export const ARTIFACT_NAMES: readonly string[] = [VECTORIZER, SIMILARITY, INDEX];

/** What predictions need of a trained model. */
export type Trained = {
  /** Row of each title. */
  readonly rows: ReadonlyMap<string, number>;
  readonly similarity: Float64Array;
};

/** There is no trained model yet; the words are those of the real API's Python. */
class NotTrained extends Error {
  override name = "NotTrained";

  constructor(cause: unknown) {
    super(`[Errno 2] No such file or directory: 'data/ml_artifacts/${SIMILARITY}'`, { cause });
  }
}

export async function saveArtifacts(
  folder: string,
  model: Model,
  titles: readonly string[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, VECTORIZER), JSON.stringify(model.vectorizer));
  await writeFile(join(folder, SIMILARITY), model.similarity);
  await writeFile(join(folder, INDEX), JSON.stringify(titles));
}

/** Reads what the last training left; throws NotTrained when there was none. */
export async function loadArtifacts(folder: string): Promise<Trained> {
  try {
    const matrix = await readFile(join(folder, SIMILARITY));
    const titles = JSON.parse(await readFile(join(folder, INDEX), "utf8")) as string[];
    const bytes = matrix.buffer.slice(matrix.byteOffset, matrix.byteOffset + matrix.byteLength);
    return {
      rows: new Map(titles.map((title, row) => [title, row])),
      similarity: new Float64Array(bytes),
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new NotTrained(error);
    throw error;
  }
}
