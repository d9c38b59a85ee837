import { describe, expect, it } from "vitest";
import { countOf, toCodePoints, toUtf16 } from "../offsets";

const TEXTS = ["", "plain", "a🙂b", "🙂🙂", "e\u0301te\u0301", "👩‍👩‍👧 then 🏴󠁧󠁢󠁷󠁬󠁳󠁿.", "x".repeat(500) + "🙂", "ŵ ŷ\ncafé 𝒳"];

describe("offsets", () => {
  it("counts as Python counts", () => {
    expect(countOf("a🙂b")).toBe(3);
    expect(countOf("e\u0301")).toBe(2);
    expect(countOf("👩‍👩‍👧")).toBe(5);
  });

  it.each(TEXTS)("goes there and back at every code point of %j", (text) => {
    const points = [...text];
    for (let offset = 0; offset <= points.length; offset += 1) {
      const index = toUtf16(text, offset);
      expect(text.slice(0, index)).toBe(points.slice(0, offset).join(""));
      expect(toCodePoints(text, index)).toBe(offset);
    }
  });

  it("never splits a pair: an index inside one belongs to its start", () => {
    expect(toCodePoints("a🙂b", 2)).toBe(1);
  });

  it("stays inside the text", () => {
    expect(toUtf16("a🙂", 99)).toBe(3);
    expect(toUtf16("a🙂", -4)).toBe(0);
    expect(toCodePoints("a🙂", 99)).toBe(2);
  });
});
