import { describe, expect, it } from "vitest";
import { KeptMarks } from "../kept";

function store() {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, value: string) => void held.set(name, value),
    removeItem: (name: string) => void held.delete(name),
  };
}

const MARK = { sent_key: "k1", start: 3, end: 9, code: "item:wrk.03", influence: "helped" };

describe("what a tab keeps until it is saved", () => {
  it("is places and codes, once each, and is gone afterwards", () => {
    const there = store();
    const kept = new KeptMarks("OAK-1-7", 5, there);
    kept.add(MARK);
    kept.add(MARK);
    expect(new KeptMarks("OAK-1-7", 5, there).all()).toEqual([MARK]);
    kept.drop("k1");
    expect(there.held.size).toBe(0);
  });
  it("never holds the name of a new code", () => {
    const there = store();
    new KeptMarks("OAK-1-7", 5, there).add({ ...MARK, code: "new:what she said" });
    expect(there.held.size).toBe(0);
  });
  it("is not found by another person, for another text, or when it is nonsense", () => {
    const there = store();
    new KeptMarks("OAK-1-7", 5, there).add(MARK);
    expect(new KeptMarks("OAK-1-8", 5, there).all()).toEqual([]);
    expect(new KeptMarks("OAK-1-7", 6, there).all()).toEqual([]);
    there.setItem("unsent-OAK-1-7", "{");
    expect(new KeptMarks("OAK-1-7", 5, there).all()).toEqual([]);
  });
});
