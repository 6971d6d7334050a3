import { mapInTurns } from "./turns.ts";

export type Vectorizer = {
  readonly vocabulary: readonly string[];
  readonly idf: readonly number[];
};
export type Model = {
  readonly vectorizer: Vectorizer;
  /** Cosine similarity of each document (row) to each document (column). */
  readonly similarity: Float64Array;
};

/** Weights of one document by the position of the word in the vocabulary; its length as a vector is 1. */
type Vector = ReadonlyMap<number, number>;
/** Where one word is used: two lists side by side, as pairs make a large training many times slower. */
type Uses = { readonly documents: number[]; readonly weights: number[] };

/** Weighs words by how rare they are over all documents, and compares every document with every other. */
export async function trainModel(
  documents: readonly (readonly string[])[],
  signal: AbortSignal,
): Promise<Model> {
  const vectorizer = vectorizerOf(documents);
  const vectors = await mapInTurns(documents, vectorsBy(vectorizer), signal);
  return { vectorizer, similarity: await cosineSimilarity(vectors, vectorizer, signal) };
}

/** Smoothed inverse document frequency, as scikit-learn has it: ln((1 + n) / (1 + df)) + 1. */
function vectorizerOf(documents: readonly (readonly string[])[]): Vectorizer {
  const documentsWith = new Map<string, number>();
  for (const words of documents) {
    for (const word of new Set(words)) {
      documentsWith.set(word, (documentsWith.get(word) ?? 0) + 1);
    }
  }
  const vocabulary = [...documentsWith.keys()].toSorted();
  const idf = vocabulary.map(
    (word) => Math.log((1 + documents.length) / (1 + (documentsWith.get(word) ?? 0))) + 1,
  );
  return { vocabulary, idf };
}

function vectorsBy({ vocabulary, idf }: Vectorizer): (words: readonly string[]) => Vector {
  const positions = new Map(vocabulary.map((word, position) => [word, position]));
  return (words) => {
    const weights = new Map<number, number>();
    for (const word of words) {
      const position = positions.get(word) as number;
      weights.set(position, (weights.get(position) ?? 0) + (idf[position] as number));
    }
    const length = Math.hypot(...weights.values());
    return new Map([...weights].map(([position, weight]) => [position, weight / length]));
  };
}

/** The products of all pairs of vectors, found through the documents that share a word. */
async function cosineSimilarity(
  vectors: readonly Vector[],
  { vocabulary }: Vectorizer,
  signal: AbortSignal,
): Promise<Float64Array> {
  const size = vectors.length;
  const similarity = new Float64Array(size * size);
  const uses = vocabulary.map((): Uses => ({ documents: [], weights: [] }));
  for (const [document, vector] of vectors.entries()) {
    for (const [position, weight] of vector) {
      uses[position]?.documents.push(document);
      uses[position]?.weights.push(weight);
    }
  }
  const fillRow = (vector: Vector, row: number) => {
    const cells = similarity.subarray(row * size, (row + 1) * size);
    for (const [position, weight] of vector) {
      const { documents, weights } = uses[position] as Uses;
      for (let use = 0; use < documents.length; use += 1) {
        const column = documents[use] as number;
        cells[column] = (cells[column] as number) + weight * (weights[use] as number);
      }
    }
  };
  await mapInTurns(vectors, fillRow, signal);
  return similarity;
}
