// Follows the server's events for all chats of the page; comes back by itself and resumes where it was.
import type { WireChanges, WireToast } from '../wire.ts';

export interface EventsListener {
  changes(changes: WireChanges): void;
  toast(toast: WireToast): void;
  online(isOnline: boolean): void;
}

const PAUSE = 2_000;

export class Events {
  readonly #listener: EventsListener;
  #source: EventSource | null = null;
  #last = '';
  #chats: readonly string[] = [];

  constructor(listener: EventsListener) {
    this.#listener = listener;
    window.addEventListener('online', () => this.#open());
    window.addEventListener('offline', () => listener.online(false));
  }

  follow(chats: readonly string[]): void {
    this.#chats = chats;
    this.#open();
  }

  #open(): void {
    if (this.#chats.length === 0) return;
    this.#source?.close();
    const query = new URLSearchParams(this.#chats.map((chat) => ['chat', chat]));
    if (this.#last !== '') query.set('after', this.#last);
    const source = new EventSource(`/chat/events?${query}`);
    this.#source = source;
    source.addEventListener('open', () => this.#listener.online(true));
    source.addEventListener('error', () => {
      this.#listener.online(false);
      // The browser comes back by itself unless it was answered with a failure.
      if (source.readyState === EventSource.CLOSED)
        setTimeout(() => {
          if (this.#source === source) this.#open();
        }, PAUSE);
    });
    source.addEventListener('messages', (event) => {
      this.#last = event.lastEventId;
      this.#listener.changes(JSON.parse(event.data as string) as WireChanges);
    });
    source.addEventListener('toast', (event) =>
      this.#listener.toast(JSON.parse(event.data as string) as WireToast),
    );
  }
}
