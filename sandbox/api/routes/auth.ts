import { html, json } from "../answer.ts";
import type { Answer, Call, Route } from "../answer.ts";
import { readBody } from "../body.ts";
import { errorPage } from "../pages.ts";
import type { Tokens } from "../tokens.ts";
import type { Credentials, Users } from "../users.ts";

/** Register, log in, and a new access token for a refresh token. */
export function authRoutes(users: Users, tokens: Tokens): Route[] {
  const bothTokens = (userId: number) => ({
    access_token: tokens.issue(userId, "access"),
    refresh_token: tokens.issue(userId, "refresh"),
    user_id: userId,
  });
  return [
    {
      method: "POST",
      path: "/api/v1/auth/register",
      token: "none",
      answer: (call) =>
        withCredentials(call, (credentials) => {
          const userId = users.register(credentials);
          if (userId === undefined) return json(400, { error: "Usuário já existe" });
          return json(201, { ...bothTokens(userId), msg: "Usuário criado com sucesso" });
        }),
    },
    {
      method: "POST",
      path: "/api/v1/auth/login",
      token: "none",
      answer: (call) =>
        withCredentials(call, (credentials) => {
          const userId = users.logIn(credentials);
          if (userId === undefined) return json(401, { error: "Usuário ou senha inválidas" });
          return json(200, bothTokens(userId));
        }),
    },
    {
      method: "POST",
      path: "/api/v1/auth/refresh",
      token: "refresh",
      answer: (_call, userId) => json(200, { access_token: tokens.issue(userId, "access") }),
    },
  ];
}

/** Reads the body as JSON whatever its content type says, as the real API does. */
function withCredentials(call: Call, use: (credentials: Credentials) => Answer): Answer {
  const body = readBody(call);
  if (body.kind === "malformed") return html(400, errorPage(400));
  const { username, password } = body.fields;
  if (!username || !password) return json(400, { error: "Usuário e senha são obrigatórios" });
  if (typeof username !== "string" || typeof password !== "string") {
    // A number reaches the database and the hash as it is, and they refuse it.
    throw new TypeError("username and password must be strings");
  }
  return use({ username, password });
}
