// Registers the coding desk.
import { CodingDesk } from "./desk";

customElements.define("coding-desk", CodingDesk);
