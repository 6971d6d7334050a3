import { json } from "./answer.ts";
import type { Answer } from "./answer.ts";
import type { TokenKind, Tokens } from "./tokens.ts";

/** Who calls, by the Authorization header; or the 401 that says what is wrong with it. */
export function authenticate(
  header: string | undefined,
  kind: TokenKind,
  tokens: Tokens,
): { readonly userId: number } | Answer {
  const [scheme, token, ...rest] = (header ?? "").trim().split(/\s+/);
  if (scheme !== "Bearer") {
    return json(401, { error: "Token não informado ou cabeçalho ausente" });
  }
  if (token === undefined || rest.length > 0) return json(401, { error: "Token inválido" });
  const check = tokens.check(token, kind);
  switch (check.kind) {
    case "valid":
      return { userId: check.userId };
    case "expired":
      return json(401, { error: "Token expirado" });
    case "invalid":
      return json(401, { error: "Token inválido" });
  }
}
