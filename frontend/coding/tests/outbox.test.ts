import { describe, expect, it, vi } from "vitest";
import { Outbox, type Letter } from "../outbox";
import type { Answer } from "../../kit/sending";

const GONE: Answer<string> = { kept: false, sentence: "There is no connection.", again: true };

function made(answers: Record<string, Answer<string>[]>) {
  const told: string[] = [];
  vi.stubGlobal("window", { setTimeout: () => 0 });
  const outbox = new Outbox({
    waiting: () => undefined,
    stuck: (sentence, count) => told.push(`stuck ${count}: ${sentence}`),
    through: () => told.push("through"),
  });
  const letter = (name: string, what = "mark"): Letter<string> => ({
    what,
    send: async () => (told.push(`sent ${name}`), answers[name]?.shift() ?? { kept: true, body: name }),
    kept: (body) => told.push(`kept ${body}`),
    refused: (sentence) => told.push(`refused ${name}: ${sentence}`),
  });
  return { outbox, told, letter };
}

const settled = () => new Promise((done) => setTimeout(done, 0));

describe("what is on its way", () => {
  it("goes one after the other, in the order it was done", async () => {
    const { outbox, told, letter } = made({});
    for (const name of ["a", "b", "c"]) outbox.add(letter(name));
    await settled();
    expect(told).toEqual(["sent a", "kept a", "sent b", "kept b", "sent c", "kept c", "through"]);
  });
  it("stays in order and whole when it is stuck, and is counted in words", async () => {
    const { outbox, told, letter } = made({ a: [GONE] });
    outbox.add(letter("a"));
    outbox.add(letter("b"));
    outbox.add(letter("c", "memo"));
    await settled();
    expect(told).toEqual(["sent a", "stuck 3: There is no connection."]);
    expect(outbox.words).toBe("2 marks, 1 memo");
    await outbox.send();
    expect(told.slice(2)).toEqual(["sent a", "kept a", "sent b", "kept b", "sent c", "kept c", "through"]);
  });
  it("goes on past what is refused", async () => {
    const { outbox, told, letter } = made({ a: [{ kept: false, sentence: "No.", again: false }] });
    outbox.add(letter("a"));
    outbox.add(letter("b"));
    await settled();
    expect(told).toEqual(["sent a", "refused a: No.", "sent b", "kept b", "through"]);
  });
  it("takes back the last that was never sent, and nothing that something else needs", async () => {
    const { outbox, letter } = made({ a: [GONE] });
    const [a, b] = [letter("a"), letter("b")];
    outbox.add(a);
    outbox.add(b);
    await settled();
    expect(outbox.drop(a)).toBe(false);
    expect(outbox.drop(b)).toBe(true);
    expect(outbox.drop(a)).toBe(true);
    expect(outbox.size).toBe(0);
  });
});
