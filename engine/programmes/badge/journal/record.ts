// What journal, messages and supervision keep of a person, as they may take it with them. Others stand in it by their side
// alone: whose words they were, never who they are.
import type { EngineContext } from '../../context.ts';
import { excuses } from '../excuses/store.ts';
import { messages } from '../messages/store.ts';
import { letters, logs, staffCards } from '../supervision/store.ts';
import { entries } from './store.ts';

/** Null where nothing is kept. */
export async function journalRecord(ctx: EngineContext, person: string): Promise<object | null> {
  const [journal, missed, thread, own, sent, card] = await Promise.all([
    entries.on(ctx.db).find({ person }).lean(),
    excuses.on(ctx.db).find({ person }).lean(),
    messages
      .on(ctx.db)
      .find({ $or: [{ person }, { from: person }] })
      .lean(),
    logs.on(ctx.db).find({ author: person }).lean(),
    letters.on(ctx.db).find({ from: person }).lean(),
    staffCards.on(ctx.db).findById(person).lean(),
  ]);
  const all = {
    journal: journal.map(({ person: _p, employer, decision, dispute, ...entry }) => ({
      ...plain(entry),
      // The employer's words are the participant's once the mentor has approved.
      employer: entry.state === 'approved' ? employer : null,
      decision: decision && { how: decision.how, at: decision.at, words: decision.words },
      dispute: dispute && { state: dispute.state, words: dispute.words, finding: dispute.finding },
    })),
    excuses: missed.map(({ decision, ...each }) => ({ ...plain(each), words: decision?.words ?? null })),
    messages: thread.map(({ side, text, media, at }) => ({ side, text, media, at })),
    logs: own.map(({ about, text, media, at }) => ({ about, text, media, at })),
    letters: sent.map(({ kind, region, text, recommendation, at }) => ({
      kind,
      region,
      text,
      recommendation,
      at,
    })),
  };
  const isEmpty = card === null && Object.values(all).every((each) => each.length === 0);
  if (isEmpty) return null;
  const page = card && {
    about: card.about,
    achievements: card.achievements,
    contact: card.contact,
    scans: card.scans,
  };
  return { ...all, staffPage: page };
}

function plain<
  D extends {
    readonly v: number;
    readonly applied: unknown;
    readonly audit: unknown;
    readonly outbox: unknown;
  },
>({ v: _v, applied: _applied, audit: _audit, outbox: _outbox, ...rest }: D) {
  return rest;
}

/** Owner documents about a person, by their audit chains. */
export async function journalDocuments(ctx: EngineContext, person: string): Promise<readonly string[]> {
  const named = async (found: Promise<readonly { readonly _id: string }[]>, name: string) =>
    (await found).map(({ _id }) => `${name}/${_id}`);
  const all = await Promise.all([
    named(entries.on(ctx.db).find({ person }, { _id: 1 }).lean(), 'badge_entries'),
    named(excuses.on(ctx.db).find({ person }, { _id: 1 }).lean(), 'badge_excuses'),
    named(messages.on(ctx.db).find({ person }, { _id: 1 }).lean(), 'badge_messages'),
    named(messages.on(ctx.db).find({ from: person }, { _id: 1 }).lean(), 'badge_messages'),
    named(logs.on(ctx.db).find({ author: person }, { _id: 1 }).lean(), 'badge_logs'),
    named(letters.on(ctx.db).find({ from: person }, { _id: 1 }).lean(), 'badge_letters'),
    named(staffCards.on(ctx.db).find({ _id: person }, { _id: 1 }).lean(), 'badge_staff'),
  ]);
  return [...new Set(all.flat())];
}

/** Ids of what timers, cards and notices speak of. */
export async function journalItems(ctx: EngineContext, person: string): Promise<readonly string[]> {
  return (await journalDocuments(ctx, person)).map((name) => name.slice(name.indexOf('/') + 1));
}
