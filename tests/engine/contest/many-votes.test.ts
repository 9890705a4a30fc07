// Many votes at once, with duplicates, through the use-case and through the chat: each person counts once, none is lost, and the
// work that one vote makes is bounded. A small round in `npm test`; the campaign casts 10,000, and 1,000 in the chat, and prints
// how long that took.
import { expect, it, vi } from 'vitest';
import { people } from '../../../engine/people/store.ts';
import { castVote, votesShownTo } from '../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { PatchedConnection } from '../../../engine/store/driver-connection.ts';
import { chatting, said } from '../../support/contest/chats.ts';
import { college, command, departmentOf, person } from '../../support/contest/people.ts';
import { voter } from '../../support/contest/voters.ts';
import { placed } from '../../support/contest/winners.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';
import { inCampaign, noteDown } from '../../support/run/campaign.ts';

const engine = withEngine('test', { start: '2026-10-08T06:00:00Z' });

const VOTES = inCampaign ? 10_000 : 150;
/** So many of them are sent once more. */
const AGAIN = Math.floor(VOTES / 10);
/** Commands to the database that one vote may cost, repeats of a duplicate included: the same on every machine. */
const COMMANDS = 6;
const AT_ONCE = 50;
const IN_CHAT = inCampaign ? 1_000 : 6;

/** Registered people, written at once: who registers is no matter here. @returns their ids */
async function crowd(ctx: EngineContext, count: number): Promise<readonly string[]> {
  const one = await voter(ctx);
  const { _id, chats, ...like } = (await people.on(ctx.db).findById(one.id).lean()) as unknown as Record<
    string,
    unknown
  > & { chats: object[] };
  const ids = Array.from({ length: count }, (_, n) => `crowd-${n}`);
  const rows = ids.map((id) => ({
    ...like,
    _id: id,
    chats: chats.map((each) => ({ ...each, key: `participant.web.${id}` })),
    searchName: id,
  }));
  await people.on(ctx.db).collection.insertMany(rows as never);
  return ids;
}

/** Counts what is sent to the database of the test until it is stopped. */
function commandsOf({ db }: EngineContext) {
  const sent = vi.spyOn(PatchedConnection.prototype, 'writeCommand');
  return {
    stop() {
      const ours = sent.mock.calls.filter(
        ([command]) => (command as { readonly databaseName?: string }).databaseName === db.name,
      );
      sent.mockRestore();
      return ours.length;
    },
  };
}

it('C-20: counts each person once among votes with duplicates, each with a few commands to the database', async () => {
  const { ctx } = engine;
  await college(ctx, 'alpha');
  const nominees = [await placed(ctx, { state: 'sent' }), await placed(ctx, { state: 'sent' })];
  const ids = await crowd(ctx, VOTES - AGAIN);
  const wishes = [...ids, ...ids.slice(0, AGAIN)].map((id, n) => ({
    id,
    nomination: nominees[n % 2]?.id ?? '',
  }));
  const sent = commandsOf(ctx);
  const begun = performance.now();
  let counted = 0;
  for (let from = 0; from < wishes.length; from += AT_ONCE) {
    const some = wishes.slice(from, from + AT_ONCE);
    const answers = await Promise.all(
      some.map(({ id, nomination }) => castVote(ctx, command(person(id)), nomination)),
    );
    counted += answers.filter(({ ok }) => ok).length;
  }
  const commands = sent.stop();
  const shown = await Promise.all(nominees.map(({ id }) => votesShownTo(ctx, departmentOf('71'), id)));
  const total = shown.reduce((sum, each) => sum + (each?.counted ?? 0), 0);
  const wall = Math.round(performance.now() - begun);
  noteDown([{ kind: `${wishes.length} votes, begin to end`, runs: wishes.length, recovery: wall }]);
  expect({ counted, total }).toEqual({ counted: ids.length, total: ids.length });
  expect(commands).toBeGreaterThan(wishes.length);
  expect(commands).toBeLessThanOrEqual(wishes.length * COMMANDS);
});

it('C-20: loses none of the votes in the chat', async () => {
  const { ctx } = engine;
  await college(ctx, 'alpha');
  const { id } = await placed(ctx, { state: 'sent' });
  const begun = performance.now();
  for (let n = 0; n < IN_CHAT; n += 1) {
    const { chat } = await chatting(engine, 'participant', `Мысал Дауыс ${n}`);
    await chat.say(`/start vote_${id}`);
    await chat.tap('contest-public:button.vote');
    expect(said(chat)[0]).toBe('contest-public:vote.cast');
  }
  expect(await votesShownTo(ctx, departmentOf('71'), id)).toMatchObject({ counted: IN_CHAT });
  const wall = Math.round(performance.now() - begun);
  noteDown([{ kind: `${IN_CHAT} votes in the chat, begin to end`, runs: IN_CHAT, recovery: wall }]);
});
