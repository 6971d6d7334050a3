import { describe, expect, test } from "@jest/globals";
import { FAULTS, Faults } from "../../sandbox/faults.ts";

describe("reading faults", () => {
  test.each([
    ["no-such-fault", /^no fault "no-such-fault"; there are empty-shop, /],
    ["toString", /^no fault "toString"/],
    ["crash:1", /^"crash:1" should read crash$/],
    ["slow-answers:", /should read slow-answers:NUMBER$/],
    ["slow-answers:soon", /should read slow-answers:NUMBER$/],
    ["slow-answers:1:2", /should read slow-answers:NUMBER$/],
  ])("refuses %s and changes nothing", (fault, message) => {
    const faults = new Faults(["half-shop"]);
    expect(() => faults.set(["crash", fault])).toThrow(message);
    expect(faults.list()).toEqual(["half-shop"]);
  });

  test("lists what is on, with the numbers that are not the usual ones", () => {
    const on = ["half-shop:10", "slow-answers:5", "crash"];
    expect(new Faults(on).list()).toEqual(["half-shop:10", "slow-answers", "crash"]);
  });

  test("each fault says in one line what it does", () => {
    for (const { means } of Object.values(FAULTS)) expect(means).toMatch(/^[^\n]{20,80}$/);
  });
});
