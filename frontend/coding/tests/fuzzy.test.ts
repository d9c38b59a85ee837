import { describe, expect, it } from "vitest";
import { match, ranked } from "../fuzzy";

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
});
