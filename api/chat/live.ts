// Brings changes of chats to the pages that are open: at once by Redis's word, within a second without it.
import { type Announcement, hearAnnouncements } from '../../bot/adapters/web/announce.ts';
import { SECOND } from '../../engine/kernel/clock.ts';
import type { ChatStream } from './stream.ts';

/** Redis's words may get lost on the way: every page looks for itself this often, too. */
const BEAT = 15 * SECOND;

export interface Live {
  /** @returns a function that ends it */
  add(stream: ChatStream): () => void;
  /** Tells the streams of this process without going through Redis. */
  changed(chat: string): void;
  close(): void;
}

export function openLive(redisUrl: string): Live {
  const streams = new Set<ChatStream>();
  const hear = (announcement: Announcement) => {
    for (const stream of streams) {
      if (announcement.toast) stream.toast(announcement);
      else stream.refresh(announcement.chat);
    }
  };
  const refreshAll = () => {
    for (const stream of streams) stream.refreshAll();
  };
  const announcements = hearAnnouncements(redisUrl, hear, refreshAll);
  const look = setInterval(() => {
    if (!announcements.heard()) refreshAll();
  }, SECOND);
  const beat = setInterval(() => {
    for (const stream of streams) stream.beat();
    refreshAll();
  }, BEAT);
  return {
    add: (stream) => {
      streams.add(stream);
      stream.refreshAll();
      return () => void streams.delete(stream);
    },
    changed: (chat) => hear({ chat }),
    close: () => {
      clearInterval(look);
      clearInterval(beat);
      announcements.close();
      for (const stream of streams) stream.end();
      streams.clear();
    },
  };
}
