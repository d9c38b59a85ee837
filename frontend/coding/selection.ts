// Between places in the page and code points of the source: the only file that knows how the text stands in the DOM.
import type { Paragraph, Span } from "./caret";
import { paragraphAt } from "./caret";
import { countOf, toCodePoints, toUtf16 } from "./offsets";

interface Run {
  node: Text;
  /** How many UTF-16 units of the source it stands for: a label stands for the words it hides. */
  length: number;
  label: boolean;
}

// Stands in our copy of the source for each sign behind a label, so that a label is one word.
const STAND_IN = "x";

interface Place {
  node: Text;
  index: number;
}

/** The paragraphs of a source as the page shows them, each carrying where it begins. */
export class TextMap {
  readonly elements: HTMLElement[];
  readonly paragraphs: Paragraph[];

  constructor(readonly root: HTMLElement) {
    this.elements = [...root.querySelectorAll<HTMLElement>("[data-start]")];
    this.paragraphs = this.elements.map((element) => lazily(element));
  }

  /** The element of the paragraph that holds an offset. */
  elementAt(offset: number): HTMLElement | undefined {
    return this.elements[paragraphAt(this.paragraphs, offset)];
  }

  /** The number printed beside the paragraph that holds an offset. */
  numberAt(offset: number): string {
    return this.elementAt(offset)?.dataset["number"] ?? "";
  }

  /** The words of a span; what stands between two paragraphs of the source is given as line ends. */
  words(span: Span): string {
    return this.#joined(span, (at, from, to) => shownWords(this.elements[at]!, from, to));
  }

  #joined({ start, end }: Span, part: (at: number, from: number, to: number) => string): string {
    let words = "";
    let reached = start;
    for (let at = paragraphAt(this.paragraphs, start); at < this.paragraphs.length; at += 1) {
      const paragraph = this.paragraphs[at]!;
      if (paragraph.start >= end) break;
      words += "\n".repeat(Math.max(0, paragraph.start - reached));
      const from = toUtf16(paragraph.text, Math.max(0, start - paragraph.start));
      words += part(at, from, toUtf16(paragraph.text, end - paragraph.start));
      reached = paragraph.end;
    }
    return words;
  }

  /** A range over a span, for painting or measuring; null where the page does not show it. */
  range(span: Span): StaticRange | null {
    const from = this.#place(span.start, false);
    const to = this.#place(span.end, true);
    if (!from || !to) return null;
    return new StaticRange({ startContainer: from.node, startOffset: from.index, endContainer: to.node, endOffset: to.index });
  }

  /** The lines a span stands on. */
  rects(span: Span): DOMRect[] {
    const fixed = this.range(span);
    if (!fixed) return [];
    const live = document.createRange();
    live.setStart(fixed.startContainer, fixed.startOffset);
    live.setEnd(fixed.endContainer, fixed.endOffset);
    return [...live.getClientRects()].filter((rect) => rect.width > 0);
  }

  /** What the person has selected by mouse, in code points, without white space at its ends; null outside the text. */
  selected(): Span | null {
    const chosen = document.getSelection();
    if (!chosen?.rangeCount || chosen.isCollapsed) return null;
    const range = chosen.getRangeAt(0);
    if (!range.intersectsNode(this.root)) return null;
    const span = {
      start: this.#offset(range.startContainer, range.startOffset),
      end: this.#offset(range.endContainer, range.endOffset, true),
    };
    return this.trimmed(span);
  }

  /** The code point under a place in the page that was clicked. */
  offsetOf(node: Node, index: number): number {
    return this.#offset(node, index);
  }

  /** The span without white space at its ends; null when nothing is left. */
  trimmed(span: Span): Span | null {
    const words = this.#joined(span, (at, from, to) => this.paragraphs[at]!.text.slice(from, to));
    const start = span.start + countOf(words) - countOf(words.trimStart());
    const end = start + countOf(words.trim());
    return end > start ? { start, end } : null;
  }

  #place(offset: number, atEnd: boolean): Place | null {
    let at = paragraphAt(this.paragraphs, offset);
    if (atEnd && at > 0 && this.paragraphs[at]!.start === offset) at -= 1;
    const paragraph = this.paragraphs[at];
    if (!paragraph) return null;
    let left = toUtf16(paragraph.text, Math.min(offset, paragraph.end) - paragraph.start);
    let last: Place | null = null;
    for (const { node, length, label } of runs(this.elements[at]!)) {
      if (left <= length) return { node, index: !label || left === 0 ? left : left === length || atEnd ? node.length : 0 };
      left -= length;
      last = { node, index: node.length };
    }
    return last;
  }

  #offset(node: Node, index: number, atEnd = false): number {
    const probe = document.createRange();
    const element = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-start]");
    if (!element || !this.root.contains(element)) return this.#offsetOutside(node, index);
    probe.setStart(element, 0);
    probe.setEnd(node, index);
    return startOf(element) + toCodePoints(sourceText(element), inSource(element, probe.toString().length, atEnd));
  }

  #offsetOutside(node: Node, index: number): number {
    const probe = document.createRange();
    probe.setStart(node, index);
    const before = this.elements.findLast((element) => {
      const own = document.createRange();
      own.selectNodeContents(element);
      return probe.compareBoundaryPoints(Range.END_TO_START, own) >= 0 || probe.compareBoundaryPoints(Range.START_TO_START, own) >= 0;
    });
    if (!before) return this.paragraphs[0]?.start ?? 0;
    return this.paragraphs[this.elements.indexOf(before)]!.end;
  }
}

function lazily(element: HTMLElement): Paragraph {
  const start = startOf(element);
  let text: string | undefined;
  let end: number | undefined;
  return {
    start,
    get text() {
      return (text ??= sourceText(element));
    },
    get end() {
      return (end ??= start + countOf(this.text));
    },
  };
}

function startOf(element: HTMLElement): number {
  return Number(element.dataset["start"]);
}

function* textNodes(element: HTMLElement): Generator<Text> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) yield walker.currentNode as Text;
}

function hasLabels(element: HTMLElement): boolean {
  return element.querySelector("[data-covers]") !== null;
}

/** The pieces of a paragraph; a label is one piece, as long as the words it hides. */
function* runs(element: HTMLElement): Generator<Run> {
  for (const node of textNodes(element)) {
    const covers = node.parentElement?.dataset["covers"];
    yield { node, length: covers === undefined ? node.length : Number(covers), label: covers !== undefined };
  }
}

/** A paragraph as long as it is in the source, which the page does not hold where labels stand. */
function sourceText(element: HTMLElement): string {
  if (!hasLabels(element)) return element.textContent;
  return [...runs(element)].map(({ node, length, label }) => (label ? STAND_IN.repeat(length) : node.data)).join("");
}

/** What the page shows of a part of a paragraph, counted in the source; a label that the part cuts is whole. */
function shownWords(element: HTMLElement, from: number, to: number): string {
  if (!hasLabels(element)) return element.textContent.slice(from, to);
  let words = "";
  let at = 0;
  for (const { node, length, label } of runs(element)) {
    if (at < to && at + length > from) words += label ? node.data : node.data.slice(Math.max(0, from - at), to - at);
    at += length;
  }
  return words;
}

/** Where an index into what the page shows stands in the source; inside a label, before or after it. */
function inSource(element: HTMLElement, index: number, atEnd: boolean): number {
  if (!hasLabels(element)) return index;
  let left = index;
  let at = 0;
  for (const { node, length, label } of runs(element)) {
    if (!label && left <= node.length) return at + left;
    if (label && left < node.length) return left > 0 && atEnd ? at + length : at;
    left -= node.length;
    at += length;
  }
  return at;
}
