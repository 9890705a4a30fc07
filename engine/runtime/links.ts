// The addresses that people are given: secure forms, and chats opened with a one-time secret.
import type { Desk } from '../kernel/chat.ts';
import { MINUTE } from '../kernel/clock.ts';
import type { Links } from '../programmes/context.ts';
import type { StoreContext } from '../store/context.ts';
import { readSetting, writeSetting } from '../store/settings.ts';

const settingOf = (desk: Desk): string => `bot-username.${desk}`;

/** A bot notes its name, so that every process can make links to it. */
export const noteBotUsername = (db: StoreContext['db'], desk: Desk, username: string | null): Promise<void> =>
  writeSetting({ db }, settingOf(desk), username);

export interface FollowedLinks {
  readonly links: Links;
  stop(): void;
}

/** @param publicUrl where the API process is reached, without a slash at its end */
export async function followLinks(db: StoreContext['db'], publicUrl: string): Promise<FollowedLinks> {
  const usernames = new Map<Desk, string>();
  const refresh = async () => {
    for (const desk of ['participant', 'staff'] as const) {
      const username = await readSetting({ db }, settingOf(desk));
      if (typeof username === 'string') usernames.set(desk, username);
      else usernames.delete(desk);
    }
  };
  await refresh();
  const timer = setInterval(() => void refresh().catch(() => undefined), MINUTE);
  timer.unref();
  const links: Links = {
    page: (path) => `${publicUrl}/${path}`,
    form: (secret) => `${publicUrl}/forms/${secret}`,
    ...(publicUrl.startsWith('https://') && { app: (secret: string) => `${publicUrl}/forms/app/${secret}` }),
    start: (desk, secret) => {
      const username = usernames.get(desk);
      return username
        ? `https://t.me/${username}?start=${secret}`
        : `${publicUrl}/chat?desk=${desk}&start=${secret}`;
    },
  };
  return { links, stop: () => clearInterval(timer) };
}
