// The parts of GOV.UK Frontend we wake; the package ships no types of its own.
declare module "govuk-frontend" {
  type Component = new (root: HTMLElement) => unknown;
  export const Button: Component, Checkboxes: Component, ErrorSummary: Component;
  export const FileUpload: Component, NotificationBanner: Component, PasswordInput: Component, Radios: Component;
  export class ExitThisPage {
    constructor(root: HTMLElement, config?: { i18n: Record<string, string> });
    readonly $button: HTMLAnchorElement;
    exitPage(): void;
  }
  export function createAll(component: Component): void;
}
