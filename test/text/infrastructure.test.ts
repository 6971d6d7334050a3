import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { hideInfrastructure } from "../../src/text/infrastructure.ts";

const HOST = "books.example.com";

describe("on a public repository, infrastructure is hidden", () => {
  test.each([
    [
      'connection to server at "127.0.0.1", port 55432 failed: Connection refused',
      'connection to server at "***", port *** failed: Connection refused',
    ],
    [
      'server at "db" (10.0.0.2), port 5432 failed: FATAL: password authentication failed for user "etl"',
      'server at "***" (***), port *** failed: FATAL: password authentication failed for user "***"',
    ],
    ["postgresql://etl:secret@db:5432/books is down", "*** is down"],
    [
      "(Background on this error at: https://sqlalche.me/e/20/e3q8)",
      "(Background on this error at: ***",
    ],
    [
      'could not translate host name "db" to address',
      'could not translate host name "***" to address',
    ],
    ["host=db user=etl password=hunter2 dbname=books", "host=*** user=*** password=*** dbname=***"],
    ["connect ECONNREFUSED 192.168.0.10:5000", "connect ECONNREFUSED ***"],
    ["connect ECONNREFUSED ::1:5000", "connect ECONNREFUSED ***"],
    ["at [fd00::12]:5000", "at ***"],
    ["getaddrinfo ENOTFOUND books.example.com", "getaddrinfo ENOTFOUND ***"],
    ["moved to //books.example.com/x", "moved to //***/x"],
    ["/etc/nginx/books.example.com.crt is missing", "/etc/nginx/***.crt is missing"],
    ["etl@BOOKS.example.com:5000", "etl@***"],
    ["moved to //api/x, as api says", "moved to //***/x, as *** says"],
    ["redis.internal:6379 timed out", "*** timed out"],
    ['File "/srv/app/models.py", line 7', 'File "***", line 7'],
    ["the socket /run/postgresql/.s.PGSQL.5432", "the socket ***"],
    ["Bad gateway at upstream.internal.example.net", "Bad gateway at ***"],
    ["Bad gateway at db-1.example.net.", "Bad gateway at ***."],
    ["no route to ip-10-0-3-4.ec2.internal", "no route to ***"],
    ["backend.svc.cluster.local: connection refused", "***: connection refused"],
    ["0.pool.ntp.example (10.0.0.2)", "*** (***)"],
    ["nas.local is away, and so is db.corp", "*** is away, and so is ***"],
    ["mail to etl@mail.example.com", "mail to etl@***"],
    [`a${".b".repeat(38)}.example.net`, "***"],
    ['File "/srv/app/etl.jobs.scrape.py"', 'File "***"'],
  ])("%s", (text, hidden) => {
    expect(hideInfrastructure(text, [HOST, "api"])).toBe(hidden);
  });
});

describe("what is none stays", () => {
  test.each([
    "Nenhum dado coletado.",
    "'NoneType' object has no attribute 'find'",
    "/api/v1/ml/training-data",
    "GET /api/v1/scrape/ -> 200",
    "tfidf_vectorizer.pkl",
    "60 per 1 minute",
    "at 06:21 on 22 Nov 2026",
    "Python 3.11.7",
    "Usuário ou senha inválidas",
    "ratio 1:2",
    "model.v2.pkl and books.tar.gz",
    "psycopg2.errors.UndefinedTable: relation does not exist",
    "sqlalchemy.exc.OperationalError",
    "django.db.utils.OperationalError",
    "sklearn.feature_extraction.text.TfidfVectorizer",
    "nginx/1.25.3",
    "orquestra 1.0.0-beta.2, 1.0.0.dev0",
    "e.g. this, i.e. that",
    "a sentence.another one",
    "/api/v1.2/books",
  ])("%s", (text) => {
    expect(hideInfrastructure(text, [HOST, "api"])).toBe(text);
  });
});

test("no address comes through, wherever it stands, and no text takes long", () => {
  const address = fc.oneof(
    fc.ipV4(),
    fc.ipV4().map((ip) => `${ip}:5432`),
    fc.ipV6().map((ip) => `[${ip}]:5000`),
  );
  const words = fc.constantFrom("", "at ", "(", '"', "host: ", "→ ", "x=");
  fc.assert(
    fc.property(words, address, (before, ip) => {
      expect(hideInfrastructure(`${before}${ip} failed`, [])).not.toContain(ip);
    }),
  );
  expect(hideInfrastructure("a:".repeat(200_000), [])).toMatch(/./);
  expect(hideInfrastructure("1.".repeat(200_000), [])).toMatch(/./);
  expect(hideInfrastructure("/a".repeat(200_000), [])).toMatch(/./);
  expect(hideInfrastructure("a.".repeat(200_000), [])).toMatch(/./);
  expect(hideInfrastructure("a-".repeat(200_000), [])).toMatch(/./);
  expect(hideInfrastructure("a.b_ ".repeat(80_000), [])).toMatch(/./);
});
