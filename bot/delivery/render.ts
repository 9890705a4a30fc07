// A message in the reader's language and within the channel's limits: texts by key, buttons with their callback data,
// media with their bytes. Used by the receiver for replies and by the worker for notices.
import type { Language } from '../../engine/kernel/languages.ts';
import type { Button, Message, Text } from '../../engine/kernel/message.ts';
import { cutHtml, cutLabel } from '../../locales/html.ts';
import { plainText, renderText } from '../../locales/texts.ts';
import type { Renderer } from '../dialogue/answering.ts';
import { encodeCallback } from '../dialogue/callback.ts';
import type { RenderedButton, RenderedMedia, RenderedMessage } from '../dialogue/port.ts';

/** Visible UTF-16 units of a message, of a caption beneath media, of a button, of a toast. */
export const LIMITS = { message: 4096, caption: 1024, label: 64, toast: 200 } as const;

/** The bytes of kept media, or null where they are no longer kept. */
export type LoadMedia = (id: string) => Promise<RenderedMedia | null>;

/** Which run of a dialogue, and which step of it, the choice buttons answer. */
export interface Place {
  readonly tag: string;
  readonly step: string;
}

/** @throws RangeError for a button whose callback data would be over 64 bytes */
export async function render(
  message: Message,
  language: Language,
  place: Place,
  loadMedia: LoadMedia,
): Promise<RenderedMessage> {
  const loaded = await Promise.all((message.media ?? []).map((id) => loadMedia(id)));
  const html = message.texts.map((each) => renderText(each, language)).join('\n\n');
  return {
    html: cutHtml(html, LIMITS.message),
    buttons: (message.buttons ?? []).map((row) => row.map((button) => rendered(button, language, place))),
    media: loaded.filter((each) => each !== null),
    ...(message.about && { about: message.about }),
  };
}

/** The form in which the receiver takes it. */
export const createRenderer = (loadMedia: LoadMedia): Renderer => ({
  message: (message, language, place) => render(message, language, place, loadMedia),
  toast: (text: Text, language) => cutLabel(plainText(text, language), LIMITS.toast),
});

function rendered({ label, action }: Button, language: Language, { tag, step }: Place): RenderedButton {
  const shown = { label: cutLabel(plainText(label, language), LIMITS.label) };
  return 'url' in action
    ? { ...shown, url: action.url, ...(action.app && { app: true }) }
    : { ...shown, data: encodeCallback(action, tag, step) };
}
