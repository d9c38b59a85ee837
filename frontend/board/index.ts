// Registers the board of patterns.
import { PatternBoard } from "./board";

customElements.define("pattern-board", PatternBoard);
