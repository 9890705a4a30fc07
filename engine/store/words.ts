// Takes words that identify somebody — a name, a telephone, what they wrote — out of what others were shown: their web chat
// and what their dialogue holds. Free search over text, so for the rare case of an erasure only. Idempotent.

import { chats } from './chats.ts';
import type { StoreContext } from './context.ts';
import { replaceShown } from './web-shown.ts';

const IN_PLACE = '—';

/** @param words as they were written; empty ones are passed over */
export async function eraseWords(ctx: StoreContext, words: readonly string[]): Promise<void> {
  const sought = [...new Set(words.filter((each) => each.trim() !== ''))];
  if (sought.length === 0) return;
  // The longest first: one may begin with another.
  const forms = sought.flatMap((each) => [each, asHtml(each)]).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(forms.map(literal).join('|'), 'gu');
  await replaceShown(ctx, pattern, IN_PLACE);
  const model = chats.on(ctx.db);
  for await (const { _id, rev, session } of model.find({}, { rev: 1, session: 1 }).lean().cursor()) {
    const after = without(session, pattern);
    if (JSON.stringify(after) !== JSON.stringify(session))
      await model.updateOne({ _id, rev }, { $set: { session: after } });
  }
}

/** A plain value with the words taken out of every text in it. */
export function without(value: unknown, words: RegExp): unknown {
  if (typeof value === 'string') return value.replace(words, IN_PLACE);
  if (Array.isArray(value)) return value.map((each) => without(each, words));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, without(each, words)]));
}

const asHtml = (word: string): string =>
  word.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
