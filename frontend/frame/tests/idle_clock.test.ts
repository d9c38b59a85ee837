import { describe, expect, it } from "vitest";
import { stateAt, warningFrom } from "../idle_clock";

const MINUTE = 60_000;

describe("when a page is covered", () => {
  it("warns a minute before, and covers at the limit", () => {
    expect(stateAt(18 * MINUTE, 0, 20 * MINUTE)).toBe("awake");
    expect(stateAt(19 * MINUTE, 0, 20 * MINUTE)).toBe("warned");
    expect(stateAt(20 * MINUTE, 0, 20 * MINUTE)).toBe("covered");
    expect(stateAt(9 * 3600_000, 0, 20 * MINUTE)).toBe("covered"); // a machine that slept
  });

  it("always leaves time to stay, however short a site makes it", () => {
    for (const limit of [1, 1.5, 2, 5, 20].map((minutes) => minutes * MINUTE)) {
      expect(limit - warningFrom(limit)).toBeGreaterThanOrEqual(20_000);
      expect(warningFrom(limit)).toBeGreaterThan(0);
    }
  });
});
