// What a page of the web chat shows: it asks for what has changed since, as the page does, and keeps the rest.
import type { StoreContext } from '../../../engine/store/context.ts';
import { changesSince, type WebMessage } from '../../../engine/store/web-chat.ts';
import { plainOfHtml } from '../../../locales/html.ts';
import type { SeenMessage } from './driver.ts';

export interface WebScreen {
  messages(): Promise<readonly SeenMessage[]>;
  /** What a button carries, as it stood in this picture of a message. @throws where there is none */
  button(message: SeenMessage, label: string): string;
}

export function webScreen(ctx: StoreContext, chat: string): WebScreen {
  const pictures = new Map<string, WebMessage>();
  const shown = new Map<number, SeenMessage>();
  let seen: readonly SeenMessage[] = [];
  let at = 0;

  function show(message: WebMessage): void {
    const { seq, rev, html, buttons, from, removed } = message;
    if (from !== 'qadam' || removed) {
      shown.delete(seq);
      return;
    }
    const labels = buttons.flat().map(({ label, url }) => ({ label, url: url ?? null }));
    const picture = { id: String(seq), rev, text: plainOfHtml(html), buttons: labels };
    pictures.set(pictureKey(picture), message);
    shown.set(seq, picture);
  }

  return {
    messages: async () => {
      const { messages, rev } = await changesSince(ctx, chat, at);
      if (rev === at) return seen;
      at = rev;
      for (const each of messages) show(each);
      seen = [...shown].sort(([a], [b]) => a - b).map(([, picture]) => picture);
      return seen;
    },
    button: (message, label) => {
      const picture = pictures.get(pictureKey(message));
      const button = picture?.buttons.flat().find((each) => each.label === label);
      if (!button?.data) throw new Error(`no button ${label}`);
      return button.data;
    },
  };
}

const pictureKey = ({ id, rev }: SeenMessage): string => `${id}/${rev}`;
