// Registers the notes of a meeting, and the form that keeps what is typed.
import { KeptForm } from "../conversations/kept_form";
import { MeetingNotes } from "./notes";

customElements.define("meeting-notes", MeetingNotes);
customElements.define("kept-form", KeptForm);
