import type { Standing } from './presentation.svelte';

/** The two windows of a lecture. */
export type Role = 'stage' | 'presenter';

type Message =
  | { readonly kind: 'hello'; readonly role: Role }
  | { readonly kind: 'here'; readonly role: Role; readonly stamp: number; readonly standing: Standing }
  | { readonly kind: 'passing'; readonly role: Role; readonly isPassing: boolean }
  | { readonly kind: 'finish'; readonly role: Role }
  | { readonly kind: 'bye'; readonly role: Role };

/** What a window lets the other one do. */
export interface LinkEnd {
  standing(): Standing;
  /** Takes over where the other window stands. */
  follow(standing: Standing): void;
  /** The other window came or went. */
  presence(isThere: boolean): void;
  /** Time began or ended to pass in the hall. */
  passing?(isPassing: boolean): void;
  /** The presenter wants to see the end of what is playing. */
  finish?(): void;
}

/** The other window is asked this often whether it is there, ms; it is gone when it has not answered for `GONE_MS`. */
const ASK_MS = 3000;
const GONE_MS = 8000;

/**
 * Keeps the window in the hall and the presenter's together, whichever is used: each tells where it stands, and the later word counts.
 * A window that opens or reloads takes over from the one that is there; one that is left alone goes on alone.
 */
export class PresenterLink {
  readonly #role: Role;
  readonly #end: LinkEnd;
  readonly #channel: BroadcastChannel;
  readonly #timer: ReturnType<typeof setInterval>;
  /** Counts the steps made in either window. */
  #stamp = 0;
  #heard = 0;
  #isThere = false;

  /** @param name of the lecture: windows of other lectures are left alone */
  constructor(name: string, role: Role, end: LinkEnd) {
    this.#role = role;
    this.#end = end;
    this.#channel = new BroadcastChannel(`cordon-lecture ${name}`);
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => this.#hear(data);
    this.#send({ kind: 'hello', role });
    this.#timer = setInterval(() => this.#ask(), ASK_MS);
  }

  /** Tells the other window that this one stands elsewhere now. */
  tell(): void {
    this.#stamp++;
    this.#sayHere();
  }

  /** Tells the presenter whether time is passing on the stage. */
  tellPassing(isPassing: boolean): void {
    this.#send({ kind: 'passing', role: this.#role, isPassing });
  }

  /** Lets the stage end what is playing. */
  finish(): void {
    this.#send({ kind: 'finish', role: this.#role });
  }

  close(): void {
    clearInterval(this.#timer);
    this.#send({ kind: 'bye', role: this.#role });
    this.#channel.close();
  }

  #hear(message: Message): void {
    if (message.kind === 'hello') this.#sayHere();
    else if (message.kind === 'here' && message.stamp >= this.#stamp) {
      this.#stamp = message.stamp;
      this.#end.follow(message.standing);
    }
    if (message.role === this.#role) return;
    if (message.kind === 'passing') this.#end.passing?.(message.isPassing);
    if (message.kind === 'finish') this.#end.finish?.();
    this.#heard = message.kind === 'bye' ? 0 : Date.now();
    this.#setThere(message.kind !== 'bye');
  }

  #ask(): void {
    if (Date.now() - this.#heard > GONE_MS) this.#setThere(false);
    this.#send({ kind: 'hello', role: this.#role });
  }

  #sayHere(): void {
    this.#send({ kind: 'here', role: this.#role, stamp: this.#stamp, standing: this.#end.standing() });
  }

  #setThere(isThere: boolean): void {
    if (isThere === this.#isThere) return;
    this.#isThere = isThere;
    this.#end.presence(isThere);
  }

  #send(message: Message): void {
    this.#channel.postMessage(message);
  }
}
