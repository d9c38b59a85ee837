import { describe, expect, it } from "vitest";
import type { Mark } from "../marks";
import { suggested } from "../suggesting";

let last = 0;
function mark(code: string, start: number, end: number): Mark {
  return { number: (last += 1), start, end, code, label: code.toUpperCase(), influence: "", by: "You", memo: "", href: "" };
}

describe("which codes to look at first", () => {
  it("says why in words, the strongest reason first, and each code once", () => {
    const marks = [
      mark("a", 100, 120), mark("a", 9000, 9100), mark("b", 9000, 9050), mark("a", 9500, 9600), mark("b", 9510, 9550),
      mark("c", 1500, 1520), mark("c", 1600, 1610), mark("a", 1600, 1620),
    ];
    expect([...suggested(marks, { start: 110, end: 130 })]).toEqual([
      ["a", "On these words already, once"],
      ["b", "Often with “A”, twice in this text"],
      ["c", "Used close by, twice"],
    ]);
  });
  it("suggests nothing from marks far away that go with nothing here", () => {
    expect(suggested([mark("a", 9000, 9100), mark("b", 9000, 9100)], { start: 0, end: 10 }).size).toBe(0);
  });
  it("does not take one meeting for a habit", () => {
    const marks = [mark("a", 0, 10), mark("a", 9000, 9100), mark("b", 9000, 9100)];
    expect([...suggested(marks, { start: 0, end: 10 }).keys()]).toEqual(["a"]);
  });
});
