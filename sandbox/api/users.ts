import { randomBytes, scryptSync, timingSafeEqual } from "node:crypto";
import type { Database } from "./database.ts";

export type Credentials = { readonly username: string; readonly password: string };

const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** Cheaper than a real service should have it: the users are made up, and log-ins must not block others. */
const SCRYPT_COST = { N: 1_024 };

/** The people who may call the API. */
export class Users {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The new user's id; undefined when the name is taken. */
  register({ username, password }: Credentials): number | undefined {
    const sqlite = this.#database.connect();
    const salt = randomBytes(SALT_BYTES);
    const added = sqlite
      .prepare("INSERT OR IGNORE INTO users (username, salt, hash) VALUES (?, ?, ?)")
      .run(username, salt.toString("hex"), hashOf(password, salt).toString("hex"));
    return added.changes === 0 ? undefined : Number(added.lastInsertRowid);
  }

  /** The user's id; undefined when the name or the password is wrong. */
  logIn({ username, password }: Credentials): number | undefined {
    const user = this.#database
      .connect()
      .prepare("SELECT id, salt, hash FROM users WHERE username = ?")
      .get(username);
    if (!user) return undefined;
    const hash = hashOf(password, Buffer.from(String(user["salt"]), "hex"));
    const isRight = timingSafeEqual(hash, Buffer.from(String(user["hash"]), "hex"));
    return isRight ? Number(user["id"]) : undefined;
  }
}

function hashOf(password: string, salt: Buffer): Buffer {
  return scryptSync(password, salt, HASH_BYTES, SCRYPT_COST);
}
