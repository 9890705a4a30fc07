// "This chat has changed", told through Redis to whichever API process holds the page. Losing a word loses nothing:
// pages look for themselves, too. Only toasts exist here alone.
import { Redis } from 'ioredis';

const CHANNEL = 'qadam.web';

export interface Announcement {
  /** chatKey */
  readonly chat: string;
  /** A tap was answered; `text` is shown briefly. */
  readonly toast?: { readonly interaction: string; readonly text: string | null };
}

export type Publisher = Pick<Redis, 'publish' | 'status'>;

/** A connection that never makes anyone wait for a Redis that is away. @param url `redis://…` or a socket's path */
export function webPublisher(url: string): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: () => 500,
  });
  redis.on('error', () => undefined);
  return redis;
}

/** @returns a function that neither throws nor waits */
export function announceTo(redis: Publisher | null): (announcement: Announcement) => void {
  return (announcement) => {
    if (redis?.status !== 'ready') return;
    redis.publish(CHANNEL, JSON.stringify(announcement)).catch(() => undefined);
  };
}

export interface Announcements {
  /** False while Redis is away: then nothing is heard, and pages must look for themselves. */
  heard(): boolean;
  close(): void;
}

/** @param restored called whenever hearing begins (again): what was said meanwhile was missed */
export function hearAnnouncements(
  url: string,
  listener: (announcement: Announcement) => void,
  restored: () => void,
): Announcements {
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 500 });
  let hearing = false;
  redis.on('error', () => undefined);
  redis.on('close', () => {
    hearing = false;
  });
  redis.on('message', (_channel: string, word: string) => listener(JSON.parse(word) as Announcement));
  // ioredis subscribes again by itself, but does not say when: asking once more is harmless and does.
  redis.on('ready', () => {
    redis.subscribe(CHANNEL).then(
      () => {
        hearing = true;
        restored();
      },
      () => undefined,
    );
  });
  return { heard: () => hearing, close: () => redis.disconnect() };
}
