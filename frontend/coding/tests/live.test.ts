import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Live, type News } from "../live";

const NEWS: News = { latest: 7, wall: "w", marks: [], total: 3, whole: true, moved: false };

function open(answers: (() => Promise<unknown>)[]) {
  const asked: string[] = [];
  const heard: News[] = [];
  let sent = 0;
  vi.stubGlobal("window", { setTimeout: (act: () => void, wait: number) => setTimeout(act, wait), addEventListener: () => undefined });
  vi.stubGlobal("document", { visibilityState: "visible", addEventListener: () => undefined });
  vi.stubGlobal("fetch", async (address: string) => {
    asked.push(address);
    const news = await answers.shift()!();
    return { ok: true, status: 200, type: "basic", headers: new Map([["ETag", "t"]]), json: async () => news };
  });
  new Live("since/", 1, 5, "", {
    free: () => true,
    moment: () => sent,
    heard: (news) => heard.push(news),
    reached: () => undefined,
    ended: () => undefined,
  });
  return { asked, heard, send: () => (sent += 1) };
}

describe("what others did", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("is taken in, and asked for from there on", async () => {
    const { asked, heard } = open([async () => NEWS, async () => ({ ...NEWS, latest: 8 })]);
    await vi.advanceTimersByTimeAsync(3100);
    expect(heard.map((news) => news.latest)).toEqual([7, 8]);
    expect(asked.map((address) => address.split("?")[0])).toEqual(["since/5/", "since/7/"]);
  });

  it("is asked for again where something was sent from here meanwhile, which the answer may not know of", async () => {
    let answer: (news: News) => void = () => undefined;
    const { asked, heard, send } = open([() => new Promise((done) => (answer = done)), async () => ({ ...NEWS, total: 4 })]);
    await vi.advanceTimersByTimeAsync(1600);
    send();
    answer(NEWS);
    await vi.advanceTimersByTimeAsync(1600);
    expect(heard.map((news) => news.total)).toEqual([4]);
    expect(asked.map((address) => address.split("?")[0])).toEqual(["since/5/", "since/5/"]);
  });
});
