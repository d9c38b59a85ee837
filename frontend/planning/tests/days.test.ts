import { expect, test } from "vitest";
import { dragged, spoken } from "../days";

test("a bar lands on the day under it, and never on a weekend", () => {
  expect(dragged("2026-02-03", 0, 4)).toBe("2026-02-03");
  expect(dragged("2026-02-03", 28, 4)).toBe("2026-02-10");
  expect(dragged("2026-02-03", -9, 4)).toBe("2026-02-02"); // a Sunday gives the Monday
  expect(dragged("2026-02-03", 16, 4)).toBe("2026-02-06"); // a Saturday gives the Friday
  for (let pixels = -900; pixels < 900; pixels += 7)
    expect([0, 6]).not.toContain(new Date(`${dragged("2026-03-27", pixels, 2.3)}T00:00:00Z`).getUTCDay());
});

test("a day is told in words", () => {
  expect(spoken("2026-02-03")).toBe("Tuesday 3 February 2026");
});
