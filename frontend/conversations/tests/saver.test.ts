import { describe, expect, it, vi } from "vitest";
import type { Answer } from "../../kit/sending";
import { type Draft, type Saved, Saver } from "../saver";
import { KeptNotes } from "../store";

function memory(): Storage {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
    key: (at: number) => [...held.keys()][at] ?? null,
    get length() {
      return held.size;
    },
    clear: () => held.clear(),
  } as Storage;
}

const kept = (said: string, device: string, at: number) => ({ said, reflection: "", based_on: 0, device, at });

describe("what is kept in the browser", () => {
  it("is found again by screen, oldest first, and by nobody else", () => {
    const store = memory();
    const mine = new KeptNotes("OAK-1:1", store);
    mine.put("C2", kept("later", "b", 2));
    mine.put("C2", kept("first", "a", 1));
    mine.put("C20", kept("another screen", "a", 1));
    expect(mine.of("C2").map((one) => one.said)).toEqual(["first", "later"]);
    expect(new KeptNotes("OAK-2:1", store).of("C2")).toEqual([]);
    mine.drop("C2", "a");
    expect(mine.of("C2").map((one) => one.said)).toEqual(["later"]);
  });
});

describe("sending", () => {
  function at(answers: Answer<Saved>[], text: { said: string }) {
    const sent: Draft[] = [];
    const told: string[] = [];
    const saver = new Saver({
      draft: () => ({ said: text.said, reflection: "", based_on: 0, device: "a" }),
      send: async (_, draft) => {
        sent.push(draft);
        if (text.said === "one" && answers.length > 1) text.said = "one two"; // typed while it is on its way
        return answers.shift()!;
      },
      saved: (_, draft, __, whole) => told.push(`${draft.said}:${whole}`),
      waiting: (sentence) => told.push(sentence),
      refused: (_, sentence) => told.push(sentence),
    });
    return { saver, sent, told };
  }
  const fine: Answer<Saved> = { kept: true, body: { edition: 1, beside: false } };

  it("sends again what was typed while the first was on its way", async () => {
    const { saver, sent, told } = at([fine, fine], { said: "one" });
    saver.changed("C2", 60_000);
    await saver.send();
    expect(sent.map((one) => one.said)).toEqual(["one", "one two"]);
    expect(told).toEqual(["one:false", "one two:true"]);
    expect(saver.waiting).toBe(0);
  });

  it("waits without a connection and sends by itself later", async () => {
    vi.useFakeTimers();
    const { saver, sent, told } = at([{ kept: false, sentence: "none", again: true }, fine], { said: "x" });
    saver.changed("C2", 10);
    await vi.advanceTimersByTimeAsync(20);
    expect([told, saver.waiting]).toEqual([["none"], 1]);
    await vi.advanceTimersByTimeAsync(3000);
    expect([sent.length, saver.waiting]).toEqual([2, 0]);
    vi.useRealTimers();
  });

  it("keeps what is refused, and still sends the others", async () => {
    const { saver, told } = at([{ kept: false, sentence: "held", again: false }, fine], { said: "y" });
    saver.changed("C1", 60_000);
    saver.changed("C2", 60_000);
    await saver.send();
    expect(told).toEqual(["held", "y:true"]);
    expect(saver.waiting).toBe(1);
  });
});
