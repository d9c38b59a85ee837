import { describe, expect, it } from "vitest";
import { meaning, type Code } from "../page";

const code: Code = { value: "open:1", label: "Ringing", group: "", help: "Any call", recent: false };

describe("what is told of the code that is highlighted", () => {
  it("tells each part that somebody wrote, in one order", () => {
    expect(meaning({ ...code, example: "It rang", not_when: "A letter" }).map(([name]) => name)).toEqual(["Use when", "Not when", "Example"]);
    expect(meaning({ ...code, help: "", not_when: "A letter" })).toEqual([["Not when", "A letter"]]);
  });
  it("says that nothing is written, and nothing of a code only being made", () => {
    expect(meaning({ ...code, help: "" })).toEqual([["Use when", "Not written yet."]]);
    expect(meaning({ ...code, value: "new:x" })).toEqual([]);
  });
});
