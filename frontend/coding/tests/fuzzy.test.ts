import { describe, expect, it } from "vitest";
import { distance, match, ranked } from "../fuzzy";

const CODES = ["Leadership and consistency", "Who is left to think", "Who leads", "Workload", "IT and how screens show things"];

describe("finding a code", () => {
  it("puts the nearest first", () => {
    expect(ranked("who le", CODES, (code) => code).map((row) => row.item)).toEqual(["Who leads", "Who is left to think"]);
    expect(ranked("wl", CODES, (code) => code).map((row) => row.item)).toEqual([]);
    expect(ranked("wkld", CODES, (code) => code).map((row) => row.item)).toEqual(["Workload"]);
  });
  it("says which letters were found", () => {
    expect(match("who le", "Who leads")?.parts).toEqual([[0, 3], [4, 6]]);
  });
  it("takes signs that mean something elsewhere as plain letters", () => {
    expect(match("(a+", "Cost (a+b)")).not.toBeNull();
    expect(match(".*", "Workload")).toBeNull();
  });
  it("keeps the given order when nothing is typed", () => {
    expect(ranked("", CODES, (code) => code).map((row) => row.item)).toEqual(CODES);
  });
  it("forgives a slip in four letters and two in eight, and puts what is spelt right first", () => {
    for (const typed of ["wrokload", "workloda", "worklad", "wrkoload", "leadrship", "leedershp"]) {
      const [first] = ranked(typed, CODES, (code) => code);
      expect(first?.item).toBe(typed.startsWith("w") ? "Workload" : "Leadership and consistency");
    }
    expect(ranked("lead", [...CODES, "Load shared"], (code) => code)[0]?.item).toBe("Leadership and consistency");
    expect(match("wxyz", "Workload")).toBeNull();
    expect(match("wo", "Wi")).toBeNull();
  });
  it("counts two letters that changed places as one slip", () => {
    expect([distance("wrok", "work"), distance("wok", "work"), distance("worrk", "work"), distance("", "ab")]).toEqual([1, 1, 1, 2]);
  });
});
