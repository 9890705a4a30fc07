// The right of access: after the whole story a person takes a copy of what is kept about them. Every collection is looked
// through for their id and chats: what names them is in the copy, or left out for a reason that is written down.
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formRoutes } from '../../../api/forms/routes.ts';
import { loadMedia } from '../../../engine/media/store.ts';
import { people } from '../../../engine/people/store.ts';
import { readsAll } from '../../../engine/store/indexes.ts';
import { openServer } from '../../api/resources/server.ts';
import { expectOutcome } from '../../story/credit/outcome.ts';
import { playCreditStory } from '../../story/credit/story.ts';
import { dumpOf } from '../../support/dump.ts';
import { validIban, validIin } from '../../support/identity/numbers.ts';
import { type Copy, copyIn } from '../../support/unpacked.ts';
import { openWorld, sideStoryKinds, type World } from '../../support/world/world.ts';
import { inChats, leftOut, ofOthers } from './left-out.ts';

type Told = Awaited<ReturnType<typeof playCreditStory>>;

const ROLES = ['student', 'head', 'coordinator', 'financialCentre', 'operator'] as const;

const tellings = [
  ['web', { student: 'en', staff: 'kk' }],
  ['Telegraf', { student: 'kk', staff: 'ru' }],
] as const;

describe.each(tellings.slice(0, sideStoryKinds.length))(
  'a copy of my data over %s (%o)',
  (kind, languages) => {
    let world: World;
    let app: FastifyInstance;
    let told: Told;
    beforeEach(async () => {
      world = await openWorld(kind);
      app = (await openServer(world.ctx, [formRoutes(world.ctx, false)])).app;
      told = await playCreditStory(world, languages);
      await expectOutcome(world);
    }, 120_000);
    afterEach(async () => {
      await app.close();
      await world.close();
    });

    /** As the person does it: /mydata, the button, the page, its button. */
    async function taken(role: (typeof ROLES)[number]): Promise<Copy> {
      const actor = told[role];
      await actor.say('/mydata');
      await actor.hears('common:my-data.profile');
      await actor.tap('common:button.take-data');
      await actor.hears('common:my-data.copy');
      const secret = actor.link('common:button.open-record').split('/').at(-1);
      const url = `/forms/${secret}`;
      expect((await app.inject({ url })).statusCode).toBe(200);
      const answer = await app.inject({ method: 'POST', url });
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/zip']);
      return copyIn(answer.rawPayload);
    }

    it('holds all that names them', async () => {
      const { db } = world.ctx;
      for (const role of ROLES) {
        const chat = world.chatKeyOf(role === 'financialCentre' ? 'financial-centre' : role, deskOf(role));
        const person = await people.on(db).findOne({ 'chats.key': chat }).lean();
        const id = person?._id ?? 'nobody';
        const dump = await dumpOf(db);
        const copy = await taken(role);
        const named = dump.filter(({ text }) => text.includes(id) || text.includes(chat));
        expect(named.length).toBeGreaterThan(5);
        const missing = named.map(({ where }) => where).filter((where) => !isIn(copy, where, role, chat));
        expect([role, missing]).toEqual([role, []]);
      }
      await expectWhole(await taken('student'));
    }, 120_000);

    /** Numbers readable, every file byte for byte, the work with its decisions, and the copy before this one on record. */
    async function expectWhole({ data, text, files }: Copy): Promise<void> {
      expect(data.numbers).toEqual({ iin: validIin(7), iban: validIban(7) });
      expect(text).not.toMatch(/"(sealed\w+|applied|outbox|iinHash)":/);
      const [credit, ...more] = (data.programmes as { credit: Work }).credit.credits;
      expect(more).toEqual([]);
      expect(credit?.entries.map(({ minutes }) => minutes)).toEqual([240, 240, 480, 480]);
      expect(credit?.report.text.length).toBeGreaterThan(10);
      expect(credit?.entitlement.receipt.hash).toMatch(/^[0-9a-f]{64}$/);
      const { payouts, recredits } = (data.programmes as { credit: Work }).credit;
      expect(payouts).toMatchObject([{ state: 'paid', amount: 20_000 }]);
      expect(recredits).toMatchObject([{ academicCredits: 2 }]);
      const listed = data.files as readonly { readonly _id: string; readonly path: string }[];
      expect(listed.length).toBeGreaterThan(0);
      expect(Object.keys(files).sort()).toEqual(listed.map(({ path }) => path).sort());
      for (const { _id, path } of listed) {
        const kept = await loadMedia(world.ctx, _id);
        expect(Buffer.from(files[path] ?? []).equals(Buffer.from(kept?.bytes ?? []))).toBe(true);
      }
      await expect
        .poll(() =>
          world.ctx.db.collection('audit').countDocuments({ ...readsAll, action: 'record taken' } as never),
        )
        .toBe(ROLES.length + 1);
    }
  },
);

type Work = {
  readonly credits: readonly {
    readonly entries: readonly { readonly minutes: number; readonly media: readonly string[] }[];
    readonly report: { readonly text: string };
    readonly entitlement: { readonly receipt: { readonly hash: string } };
  }[];
  readonly payouts: readonly { readonly state: string; readonly amount: number }[];
  readonly recredits: readonly { readonly academicCredits: number }[];
};

const deskOf = (role: string) => (role === 'student' ? ('participant' as const) : ('staff' as const));

function isIn({ text }: Copy, where: string, role: string, chat: string): boolean {
  const [name = ''] = where.split('/');
  if (name in leftOut) return true;
  const id = JSON.stringify(where.slice(name.length + 1)).slice(1, -1);
  if (inChats.includes(name) && id !== chat && !id.startsWith(`${chat}/`)) return true;
  return text.includes(`"${id}"`) || (role !== 'student' && name in ofOthers);
}
