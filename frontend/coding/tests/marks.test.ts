import { describe, expect, it } from "vitest";
import { brackets, lanes, levels, namesBeside, neighbour, segments, touching, type Mark } from "../marks";

const mark = (number: number, start: number, end: number): Mark => ({
  number, start, end, label: `code ${number}`, influence: "harder", by: "You", memo: "", href: "#",
});

function chance(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
}

describe("segments", () => {
  it("covers each character with exactly the marks that lie on it, over 200 random pages", () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const random = chance(seed);
      const marks = Array.from({ length: 1 + Math.floor(random() * 8) }, (_, at) => {
        const start = Math.floor(random() * 40);
        return mark(at, start, start + 1 + Math.floor(random() * 20));
      });
      const found = segments(marks);
      for (let at = 0; at < 60; at += 1) {
        const here = marks.filter((one) => one.start <= at && one.end > at).map((one) => one.number).sort();
        const piece = found.filter((one) => one.start <= at && one.end > at);
        expect(piece.length).toBe(here.length ? 1 : 0);
        expect((piece[0]?.marks ?? []).map((one) => one.number).sort()).toEqual(here);
      }
    }
  });
});

describe("levels", () => {
  it("gives overlapping marks different lines, up to three", () => {
    const level = levels([mark(1, 0, 10), mark(2, 5, 15), mark(3, 8, 9), mark(4, 8, 20), mark(5, 30, 40)]);
    expect([...level.entries()].sort()).toEqual([[1, 0], [2, 1], [3, 3], [4, 2], [5, 0]]);
  });
});

describe("going from mark to mark", () => {
  const marks = [mark(1, 50, 60), mark(2, 10, 20), mark(3, 10, 15)];
  it("follows the text, the longer of two first, and stops at the ends", () => {
    expect(neighbour(marks, 0, 1)?.number).toBe(2);
    expect(neighbour(marks, 0, 1, 2)?.number).toBe(3);
    expect(neighbour(marks, 0, 1, 3)?.number).toBe(1);
    expect(neighbour(marks, 0, 1, 1)).toBeUndefined();
    expect(neighbour(marks, 55, -1)?.number).toBe(1);
  });
  it("finds what touches a stretch, and not what only meets its edge", () => {
    expect(touching(marks, 20, 50)).toEqual([]);
    expect(touching(marks, 19, 51).map((one) => one.number)).toEqual([1, 2]);
  });
});

describe("brackets", () => {
  it("joins marks on the same lines and keeps others apart", () => {
    const found = brackets([
      { mark: mark(1, 0, 5), top: 0, bottom: 60 },
      { mark: mark(2, 3, 9), top: 30, bottom: 90 },
      { mark: mark(3, 20, 25), top: 120, bottom: 150 },
    ]);
    expect(found.map((one) => [one.top, one.bottom, one.marks.length])).toEqual([[0, 90, 2], [120, 150, 1]]);
  });
  it("joins marks whose labels would lie over one another", () => {
    const found = brackets([
      { mark: mark(1, 0, 5), top: 0, bottom: 10 },
      { mark: mark(2, 6, 9), top: 12, bottom: 22 },
    ]);
    expect(found).toHaveLength(1);
  });
  it("names two, and as many more as there is height for", () => {
    const many = (bottom: number) =>
      brackets([1, 2, 3, 4, 5].map((number) => ({ mark: mark(number, number, 9), top: 0, bottom })), () => 20)[0]!;
    expect([10, 79, 80, 100].map((bottom) => namesBeside(many(bottom), () => 20))).toEqual([2, 2, 3, 5]);
  });
  it("draws nested marks beside one another, and never more than three deep", () => {
    const at = (top: number, bottom: number) => ({ mark: mark(1, 0, 1), top, bottom });
    expect(lanes([at(0, 90), at(0, 30), at(10, 20), at(12, 18), at(40, 60)])).toEqual([0, 1, 2, 2, 1]);
  });
});
