// What the server prints for the desk, and what it answers.
import type { Mark } from "./marks";

export interface Code {
  value: string;
  label: string;
  group: string;
  help: string;
  /** When not to use it, and words that fit it well, where somebody wrote them. */
  not_when?: string;
  example?: string;
  recent: boolean;
}

export interface DeskPage {
  text_id: number | string;
  marks: Mark[];
  codes: Code[];
  mark_href: string;
  memo_href?: string;
  may_mark: boolean;
  /** Whose desk this is, on which source. */
  desk?: string;
  /** Where to ask what others did, after which change, and what is known of blind rounds. */
  since_href?: string;
  since?: number;
  wall?: string;
  /** The part of a long text that is shown, in code points. */
  within?: [number, number] | null;
  /** How many marks lie on other parts of a long text. */
  elsewhere?: number;
}

/** What is said of a code, part by part; nothing of a code that is only being made. */
export function meaning(code: Code): [string, string][] {
  if (code.value.startsWith("new:")) return [];
  const parts: [string, string][] = [["Use when", code.help.replace(/^Use when /, "")], ["Not when", code.not_when ?? ""], ["Example", code.example ?? ""]];
  return parts.some(([, words]) => words) ? parts.filter(([, words]) => words) : [["Use when", "Not written yet."]];
}

/** A code in the person's own words, or made just now, needs no influence. */
export function mayStandAlone(code: string): boolean {
  return code.startsWith("open:") || code.startsWith("new:");
}

export const INFLUENCES = [
  { value: "helped", word: "Helped", long: "helped" },
  { value: "harder", word: "Made it harder", long: "made it harder" },
  { value: "unclear", word: "Unclear", long: "unclear" },
] as const;

/** How an influence is said in a sentence. */
export function said(influence: string): string {
  return INFLUENCES.find((row) => row.value === influence)?.long ?? "no influence";
}
