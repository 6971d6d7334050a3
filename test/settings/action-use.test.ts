import { describe, expect, test } from "@jest/globals";
import { actionUsed, type ActionHome, type ActionUse } from "../../src/settings/action-use.ts";

const TEAM: ActionHome = { action: "acme/orquestra", workflow: "acme/books" };
const OWN: ActionHome = { action: "acme/orquestra", workflow: "acme/orquestra" };
const local = (door: string): ActionUse => ({ kind: "local", door });
const remote = (door: string, ref = "v1"): ActionUse => ({ kind: "remote", door, ref });

test.each<readonly [string, ActionHome, ActionUse]>([
  ["acme/orquestra@v1", TEAM, remote("")],
  ["Elsewhere/Orquestra@main", TEAM, remote("", "main")],
  ["acme/orquestra/action/scrape@v1", TEAM, remote("scrape")],
  ["acme/orquestra/action/scrape/@v1", TEAM, remote("scrape")],
  ["acme/orquestra@release/v1", TEAM, remote("", "release/v1")],
  ["acme/runner@v1", { ...TEAM, action: "other/Runner" }, remote("")],
  ["acme/orquestra@v1", { action: undefined, workflow: undefined }, remote("")],
  ["./", OWN, local("")],
  [".", OWN, local("")],
  ["./action/train", OWN, local("train")],
  ["./action/train/", OWN, local("train")],
  ["./", { action: undefined, workflow: "me/orquestra" }, local("")],
  ["./", { action: "acme/runner", workflow: "acme/runner" }, local("")],
])("%s is this action: %j", (uses, home, expected) => {
  expect(actionUsed(uses, home)).toEqual(expected);
});

describe("none of it is", () => {
  test.each([
    undefined,
    "",
    "./",
    "./action/scrape",
    "actions/cache@v4",
    "acme/orquestra",
    "acme/orquestra@",
    "acme/orquestra/other@v1",
    "acme/orquestra/action@v1",
    "x/y/orquestra@v1",
    "acme/not-orquestra@v1",
    "./.github/actions/x",
    "docker://orquestra",
  ])("%s, in a repository of a team's", (uses) => {
    expect(actionUsed(uses, TEAM)).toBeUndefined();
  });

  test("./, where nobody knows whose workflow it is", () => {
    expect(actionUsed("./", { ...OWN, workflow: undefined })).toBeUndefined();
    expect(actionUsed("./", { action: "", workflow: "acme/books" })).toBeUndefined();
  });
});
