import { describe, expect, it } from "vitest";
import { paragraphAt, sentenceAt, spanOf, step, swapped, type Paragraph } from "../caret";
import { countOf } from "../offsets";

const WORDS = ["She rang. Nobody came 🙂 then.", "Heading", "E\u0301te\u0301 was quiet. It was 3.15pm! Yes."];
let at = 0;
const TEXT: Paragraph[] = WORDS.map((text) => {
  const paragraph = { start: at, end: at + countOf(text), text };
  at = paragraph.end + 1;
  return paragraph;
});
const whole = WORDS.join("\n");
const words = (start: number, end: number) => [...whole].slice(start, end).join("");
const read = (caret: { still: number; moving: number }) => words(spanOf(caret).start, spanOf(caret).end);

describe("selecting by keyboard", () => {
  it("takes whole sentences, one after the other, across paragraphs and back", () => {
    let caret = sentenceAt(TEXT, 0);
    const seen = [read(caret)];
    for (let turn = 0; turn < 5; turn += 1) seen.push(read((caret = step(TEXT, caret, "sentence", 1, false))));
    expect(seen.slice(0, 4)).toEqual(["She rang.", "Nobody came 🙂 then.", "Heading", "E\u0301te\u0301 was quiet."]);
    expect(seen.at(-1)).toBe("Yes.");
    for (let turn = 0; turn < 9; turn += 1) caret = step(TEXT, caret, "sentence", -1, false);
    expect(read(caret)).toBe("She rang.");
  });

  it("grows by sentence, word and character at the end that moves", () => {
    let caret = step(TEXT, sentenceAt(TEXT, 0), "sentence", 1, true);
    expect(read(caret)).toBe("She rang. Nobody came 🙂 then.");
    caret = step(TEXT, caret, "word", 1, true);
    expect(read(caret)).toBe("She rang. Nobody came 🙂 then.\nHeading");
    caret = step(TEXT, swapped(sentenceAt(TEXT, 0)), "character", 1, true);
    expect(read(caret)).toBe("he rang.");
  });

  it("shrinks by the same steps, and to nothing before it turns round", () => {
    let caret = step(TEXT, sentenceAt(TEXT, 0), "sentence", 1, true);
    caret = step(TEXT, caret, "sentence", -1, true);
    expect(read(caret)).toBe("She rang.");
    caret = step(TEXT, caret, "word", -1, true);
    expect(read(caret)).toBe("She rang");
    caret = step(TEXT, caret, "word", -1, true);
    expect(read(caret)).toBe("She");
    expect(read(step(TEXT, caret, "word", -1, true))).toBe("");
    caret = step(TEXT, { still: 9, moving: 9 }, "word", -1, true);
    expect(read(caret)).toBe("rang.");
  });

  it("never stands inside a character as people see it", () => {
    let caret = { still: TEXT[2]!.start, moving: TEXT[2]!.start };
    caret = step(TEXT, caret, "character", 1, true);
    expect(read(caret)).toBe("E\u0301");
  });

  it("stays where it is at the ends of the text", () => {
    const first = { still: 0, moving: 0 };
    expect(step(TEXT, first, "character", -1, false)).toEqual(first);
    const last = { still: TEXT[2]!.end, moving: TEXT[2]!.end };
    expect(step(TEXT, last, "word", 1, true)).toEqual(last);
  });

  it("finds the paragraph of any offset", () => {
    for (let offset = 0; offset <= TEXT[2]!.end; offset += 1) {
      const found = TEXT[paragraphAt(TEXT, offset)]!;
      expect(found.start).toBeLessThanOrEqual(offset);
      expect(offset).toBeLessThanOrEqual(found.end);
    }
  });
});
