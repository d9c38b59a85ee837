// What was typed and is not on the server yet, kept in this browser for one person, and gone once it is saved.
// It holds what somebody said, so it is erased on signing out (frame/leaving.ts), and never holds what was saved.

export const PREFIX = "casement-note:";

export interface Kept {
  said: string;
  reflection: string;
  based_on: number;
  device: string;
  at: number;
}

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

export class KeptNotes {
  /** `owner` names the person and the conversation: nobody finds what another left in the same browser. */
  constructor(
    readonly owner: string,
    readonly store: Store,
  ) {}

  /** Keeps what one open page (`device`) has on one screen. False when the browser keeps nothing. */
  put(screen: string, kept: Kept): boolean {
    try {
      this.store.setItem(this.#key(screen, kept.device), JSON.stringify(kept));
      return true;
    } catch {
      return false;
    }
  }

  drop(screen: string, device: string): void {
    try {
      this.store.removeItem(this.#key(screen, device));
    } catch {
      // A browser that keeps nothing has nothing to drop.
    }
  }

  /** Everything that waits for one screen, whichever page it was typed on, oldest first. */
  of(screen: string): Kept[] {
    const found: Kept[] = [];
    try {
      for (let at = 0; at < this.store.length; at += 1) {
        const key = this.store.key(at);
        if (!key?.startsWith(this.#key(screen, ""))) continue;
        const kept = JSON.parse(this.store.getItem(key) ?? "null") as Kept | null;
        if (typeof kept?.said === "string" && typeof kept.reflection === "string") found.push(kept);
      }
    } catch {
      return found;
    }
    return found.sort((one, other) => one.at - other.at);
  }

  #key(screen: string, device: string): string {
    return `${PREFIX}${this.owner}:${screen}:${device}`;
  }
}
