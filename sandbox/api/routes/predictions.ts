import { html, json } from "../answer.ts";
import type { Answer, Call, Route } from "../answer.ts";
import { loadArtifacts } from "../artifacts.ts";
import { readBody } from "../body.ts";
import type { Books } from "../books.ts";
import { Float } from "../json.ts";
import { errorPage } from "../pages.ts";
import type { Preferences } from "../preferences.ts";
import { nearest } from "../recommend.ts";

/** The ten books nearest to a title. A GET with a body, which also notes the ten as preferences. */
export function predictionsRoute(
  books: Books,
  preferences: Preferences,
  artifactsDir: string,
): Route {
  return {
    method: "GET",
    path: "/api/v1/ml/predictions",
    token: "access",
    async answer(call, userId) {
      if (!isJson(call)) return html(415, errorPage(415));
      const body = readBody(call);
      if (body.kind === "malformed") return html(400, errorPage(400));
      const { title } = body.fields;
      if (!title) return json(400, { error: "Título do livro não fornecido" });
      try {
        return await predict(typeof title === "string" ? title : JSON.stringify(title), userId);
      } catch (error) {
        return json(500, { error: (error as Error).message });
      }
    },
  };

  async function predict(title: string, userId: number): Promise<Answer> {
    const neighbours = nearest(await loadArtifacts(artifactsDir), title);
    if (!neighbours) {
      return json(400, { error: `O título "${title}" não foi encontrado na base de dados.` });
    }
    const stored = books.texts();
    const recommended = neighbours.map(({ row, score }) => {
      const book = stored[row];
      // The table was replaced by a smaller one after the training.
      if (!book) throw new Error("positional indexers are out-of-bounds");
      return { id: book.id, title: book.title, score };
    });
    preferences.add(userId, title, recommended);
    return json(
      200,
      recommended.map(({ id, title: name, score }) => ({
        id,
        similarity_score: new Float(score),
        title: name,
      })),
    );
  }
}

function isJson(call: Call): boolean {
  const [type = ""] = (call.headers["content-type"] ?? "").split(";");
  return /^application\/(.+\+)?json$/i.test(type.trim());
}
