// The demo's own routes: whom one can speak for, the next day, starting over, one language for everybody. Registered in demo mode only.
import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import { type Command, systemActor } from '../../engine/kernel/actor.ts';
import { chatKey } from '../../engine/kernel/chat.ts';
import { DAY } from '../../engine/kernel/clock.ts';
import { newId } from '../../engine/kernel/ids.ts';
import { type Language, languages } from '../../engine/kernel/languages.ts';
import { text } from '../../engine/kernel/message.ts';
import { setLanguage } from '../../engine/people/language.ts';
import { personOfChat } from '../../engine/people/reach.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { plainText } from '../../locales/texts.ts';
import { closed, word } from '../routes/parts.ts';
import type { ChatDemo } from './parts.ts';

export interface WirePersona {
  readonly id: string;
  readonly chat: string;
  readonly desk: string;
  readonly name: string | null;
  readonly role: Readonly<Record<Language, string>>;
  /** The programme whose story they are of; the same words for all of one. */
  readonly group: Readonly<Record<Language, string>>;
}

export interface WireDemo {
  readonly personas: readonly WirePersona[];
  /** ISO 8601, UTC, by the demo's clock. */
  readonly now: string;
  /** Another one after the demo was started over: nothing that a page remembers is true any more. */
  readonly run: string;
}

const advanceBody = Type.Object({ days: Type.Integer({ minimum: 1, maximum: 30 }) }, closed);
const languageBody = Type.Object({ language: word(languages) }, closed);

export function demoRoutes(app: FastifyInstance, ctx: EngineContext, demo: ChatDemo): void {
  app.get('/chat/demo', { schema: { hide: true } }, async (): Promise<WireDemo> => {
    const personas = (await demo.personas()).map(({ id, name, role, group, address }) => ({
      ...{ id, name, desk: address.desk, chat: chatKey(address) },
      role: inAllLanguages(role, atTheBeginning),
      group: inAllLanguages(group),
    }));
    return { personas, now: ctx.clock.now().toISOString(), run: await demo.run() };
  });

  app.post<{ Body: Static<typeof advanceBody> }>(
    '/chat/demo/advance',
    { schema: { body: advanceBody, hide: true } },
    async ({ body }) => ({ now: (await demo.advance(body.days * DAY)).toISOString() }),
  );

  app.post('/chat/demo/start-over', { schema: { hide: true } }, async (_request, reply) => {
    await demo.startOver();
    return reply.code(204).send();
  });

  app.post<{ Body: Static<typeof languageBody> }>(
    '/chat/demo/language',
    { schema: { body: languageBody, hide: true } },
    async ({ body }, reply) => {
      for (const { address } of await demo.personas()) {
        const person = await personOfChat(ctx, chatKey(address));
        if (!person || person.language === body.language) continue;
        const command: Command = { id: `demo/language/${newId()}`, actor: systemActor };
        await setLanguage(ctx, command, person._id, body.language);
      }
      return reply.code(204).send();
    },
  );
}

type Spelling = (words: string) => string;

const inAllLanguages = (key: string, spelt: Spelling = (words) => words): Record<Language, string> => ({
  kk: spelt(plainText(text(key), 'kk')),
  ru: spelt(plainText(text(key), 'ru')),
  en: spelt(plainText(text(key), 'en')),
});

/** Names of roles also stand within sentences: alone they begin with a capital letter. */
const atTheBeginning: Spelling = (words) => words.charAt(0).toUpperCase() + words.slice(1);
