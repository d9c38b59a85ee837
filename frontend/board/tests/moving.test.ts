import { describe, expect, it } from "vitest";
import { moved } from "../moving";

describe("moved", () => {
  it("stays within a column", () => {
    expect(moved([3], { column: 0, row: 2 }, "ArrowDown")).toEqual({ column: 0, row: 2 });
    expect(moved([3], { column: 0, row: 0 }, "ArrowUp")).toEqual({ column: 0, row: 0 });
  });
  it("passes over empty columns and never points below the last card", () => {
    expect(moved([4, 0, 2], { column: 0, row: 3 }, "ArrowRight")).toEqual({ column: 2, row: 1 });
    expect(moved([4, 0, 2], { column: 2, row: 1 }, "ArrowLeft")).toEqual({ column: 0, row: 1 });
  });
  it("stays where there is nothing further", () => {
    expect(moved([1, 0], { column: 0, row: 0 }, "ArrowRight")).toEqual({ column: 0, row: 0 });
  });
});
