/** Whether the browser keeps the atlas, and whether a newer version waits to be used. */
export class NewVersion {
  #isKept = $state(false);
  #waiting = $state.raw<ServiceWorker | null>(null);
  #isAsked = false;

  /** The whole atlas opens without network. */
  get isKept(): boolean {
    return this.#isKept;
  }

  /** A newer version is here, whole; it is used when asked for, or when all windows have been closed. */
  get isWaiting(): boolean {
    return this.#waiting !== null;
  }

  /** Looks for the worker that keeps the atlas. Does nothing where browsers have none: a host without https. */
  async watch(): Promise<void> {
    if (!('serviceWorker' in navigator)) return;
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      // Only the window that asked is loaded again: a lecture in another one goes on.
      if (this.#isAsked) location.reload();
      this.#waiting = null;
    });
    const registration = await navigator.serviceWorker.ready;
    this.#isKept = true;
    this.#waiting = registration.waiting;
    registration.addEventListener('updatefound', () => {
      const coming = registration.installing;
      coming?.addEventListener('statechange', () => {
        if (coming.state === 'installed' && registration.active) this.#waiting = coming;
      });
    });
  }

  /** Loads this window again in the new version. */
  use(): void {
    this.#isAsked = true;
    this.#waiting?.postMessage('use-new-version');
  }
}
