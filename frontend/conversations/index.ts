// Registers the guide of a conversation, and forms that keep what is typed.
import { ConversationGuide } from "./guide";
import { KeptForm } from "./kept_form";

customElements.define("conversation-guide", ConversationGuide);
customElements.define("kept-form", KeptForm);
