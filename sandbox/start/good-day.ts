import * as v from "valibot";

const LoginSchema = v.object({ access_token: v.string() });

/** Has the API scrape and train once, so that a fault on the next day finds something to harm. */
export async function haveGoodDay(
  apiUrl: string,
  user: { readonly username: string; readonly password: string },
  signal: AbortSignal,
): Promise<void> {
  const call = async (method: string, path: string, init: RequestInit = {}) => {
    const response = await fetch(new URL(path, apiUrl), { method, signal, ...init });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}`);
    return response.json();
  };
  const login = await call("POST", "/api/v1/auth/login", { body: JSON.stringify(user) });
  const headers = { authorization: `Bearer ${v.parse(LoginSchema, login).access_token}` };
  await call("POST", "/api/v1/scrape/", { headers });
  await call("GET", "/api/v1/ml/training-data", { headers });
}
