import type { Lecture } from '$lib/session/lecture';
import { Presentation } from '$lib/session/presentation.svelte';
import { PresenterLink, type Role } from '$lib/session/presenter-link';
import { standingInAddress, writeStanding } from './standing-address';

/** One of the two windows of a lecture: where it stands, in its address and together with the other window. */
export class Talk {
  readonly presentation: Presentation;
  readonly #link: PresenterLink;
  #isPeerThere = $state(false);
  #isPeerPassing = $state(false);

  /**
   * @param key the same in both windows of a lecture, and in no other
   * @param onfinish the presenter wants to see the end of what is playing here
   */
  constructor(lecture: Lecture, role: Role, key: string, onfinish: () => void) {
    this.presentation = new Presentation(lecture, standingInAddress(), (standing) => {
      writeStanding(standing);
      this.#link.tell();
    });
    this.#link = new PresenterLink(key, role, {
      standing: () => this.presentation.standing,
      follow: (standing) => {
        this.presentation.follow(standing);
        writeStanding(this.presentation.standing);
      },
      presence: (isThere) => {
        this.#isPeerThere = isThere;
        if (!isThere) this.#isPeerPassing = false;
      },
      passing: (isPassing) => (this.#isPeerPassing = isPassing),
      finish: onfinish,
    });
  }

  /** Whether the other window is open. */
  get isPeerThere(): boolean {
    return this.#isPeerThere;
  }

  /** Whether time is passing on the stage, as the presenter hears. */
  get isPeerPassing(): boolean {
    return this.#isPeerPassing;
  }

  tellPassing(isPassing: boolean): void {
    this.#link.tellPassing(isPassing);
  }

  finishPeer(): void {
    this.#link.finish();
  }

  close(): void {
    this.#link.close();
  }
}
