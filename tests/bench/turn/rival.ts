// The same tap as one would write it with the framework alone: grammY's session in MongoDB, a hydrated mongoose document
// that is read, changed and saved, and an audit document beside it. It keeps less: no stored update, no order within
// a chat across processes, no answer to a repeat, and the audit can be lost between two writes.
import { Bot, type Context, type SessionFlavor, session } from 'grammy';
import type { Update } from 'grammy/types';
import mongoose from 'mongoose';
import { type Language, languages } from '../../../engine/kernel/languages.ts';
import { people } from '../../../engine/people/store.ts';
import { readsAll } from '../../../engine/store/indexes.ts';
import { plainText } from '../../../locales/texts.ts';
import { atConcurrency } from '../harness/at-concurrency.ts';
import type { Contender, Running } from '../harness/comparison.ts';
import { openBenchEngine } from '../harness/engine.ts';
import { percentile } from '../harness/statistics.ts';
import { CONCURRENCY } from './ours.ts';
import { addressOf, settlePeople } from './people.ts';

interface Kept {
  step: string;
  language: string;
}
type Talking = Context & SessionFlavor<Kept>;

export const framework: Contender = {
  name: 'grammY session + mongoose save',
  rival: true,
  async open(services, size): Promise<Running> {
    const { ctx, close } = await openBenchEngine(services);
    await settlePeople(ctx, size);
    const audit = auditOf(ctx.db);
    const bot = talking(ctx.db, audit);
    let chosen: Language = 'kk';
    let audited = 0;
    return {
      prepare: async () => {
        chosen = languages[(languages.indexOf(chosen) + 1) % languages.length] ?? 'kk';
        audited = await audit.countDocuments();
      },
      round: async () => {
        const times = await atConcurrency([...Array(size).keys()], CONCURRENCY, (n) =>
          bot.handleUpdate(tap(n, chosen)),
        );
        return { units: size, figures: { 'p99 ms': percentile(times, 0.99) } };
      },
      outcome: async () => ({
        changed: await people.on(ctx.db).countDocuments({ ...readsAll, language: chosen } as never),
        audited: (await audit.countDocuments()) - audited,
      }),
      close,
    };
  },
};

const auditOf = (db: mongoose.Connection) =>
  db.model('audit_of_rival', new mongoose.Schema({ person: String, action: String, at: Date }));

function talking(db: mongoose.Connection, audit: ReturnType<typeof auditOf>) {
  const bot = new Bot<Talking>('1:bench', {
    botInfo: { id: 1, is_bot: true, first_name: 'Rival', username: 'rival_bot' } as never,
  });
  bot.api.config.use(async () => ({ ok: true, result: true }) as never);
  const kept = db.collection<{ _id: string; value: Kept }>('sessions_of_rival');
  bot.use(
    session<Kept, Talking>({
      initial: () => ({ step: 'language', language: 'kk' }),
      storage: {
        read: async (key) => (await kept.findOne({ _id: key }))?.value,
        write: async (key, value) =>
          void (await kept.updateOne({ _id: key }, { $set: { value } }, { upsert: true })),
        delete: async (key) => void (await kept.deleteOne({ _id: key })),
      },
    }),
  );
  bot.callbackQuery(/^language:(kk|ru|en)$/, async (talk) => {
    const language = String(talk.match[1]) as Language;
    const person = await people.on(db).findOne({ 'chats.key': `participant.telegram.${talk.chat?.id}` });
    if (!person) throw new Error('nobody');
    person.set({ language });
    await person.save();
    await audit.create({ person: person._id, action: 'language chosen', at: new Date(0) });
    talk.session = { step: 'done', language };
    await talk.answerCallbackQuery();
    await talk.editMessageText(plainText({ key: 'common:language.changed' }, language));
  });
  return bot;
}

function tap(n: number, language: Language): Update {
  const id = Number(addressOf(n).chat);
  const from = { id, is_bot: false, first_name: 'Үлгі' };
  const message = {
    message_id: 1,
    date: 1,
    chat: { id, type: 'private' as const, first_name: 'Үлгі' },
    text: '?',
  };
  return {
    update_id: n,
    callback_query: { id: '1', from, chat_instance: '1', data: `language:${language}`, message },
  } as Update;
}
