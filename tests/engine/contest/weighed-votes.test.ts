// The public vote weighs in the commission what the edition says, and nothing where it says nothing.
import { expect, it } from 'vitest';
import { seeProtocol } from '../../../engine/commissions/see.ts';
import { keptEdition } from '../../../engine/programmes/contest/editions/edition.ts';
import {
  castVote,
  decideAdmission,
  nominationOf,
  type Place,
} from '../../../engine/programmes/contest/programme.ts';
import { editions } from '../../../engine/programmes/contest/store.ts';
import { commissionAt, decideAt } from '../../support/contest/commission.ts';
import { college, command, nominee, officerOf, unwrap } from '../../support/contest/people.ts';
import { rosterVoter } from '../../support/contest/voters.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const engine = withEngine('test', { start: '2026-09-10T06:00:00Z' });
const place: Place = { edition: '2026', stage: 'college', at: 'alpha' };

/** Two nominees whom the members score alike; the second has three of four votes. @returns their ranks and the protocol */
async function decided(weight: number) {
  const { ctx, clock } = engine;
  await college(ctx, 'alpha');
  await keptEdition(ctx, '2026');
  await editions.on(ctx.db).updateOne({ _id: '2026' }, { $set: { 'electorates.college.weight': weight } });
  const ids: string[] = [];
  for (let n = 0; n < 2; n += 1) {
    clock.advance(1_000);
    ids.push(await nominee(ctx));
  }
  for (const id of ids)
    unwrap(await decideAdmission(ctx, command(officerOf('alpha')), { nomination: id, admit: true }));
  for (const id of [ids[0], ids[1], ids[1], ids[1]])
    unwrap(await castVote(ctx, command(await rosterVoter(ctx, 'alpha')), id ?? ''));
  const sitting = await decideAt(ctx, place, await commissionAt(ctx, place), () => 3);
  const ranks = await Promise.all(
    ids.map(async (id) => (await nominationOf(ctx, id)).placings.college?.rank),
  );
  const { protocol } = unwrap(await seeProtocol(ctx, officerOf('alpha'), sitting));
  return { ranks, protocol: JSON.stringify(protocol) };
}

it('C-15: sets nominees apart whom the members score alike, where it has a weight', async () => {
  const { ranks, protocol } = await decided(20);
  expect(ranks).toEqual([2, 1]);
  expect(protocol).toContain('public-vote');
});

it('C-15: weighs nothing with weight 0: the earlier submission comes first, and the protocol does not name it', async () => {
  const { ranks, protocol } = await decided(0);
  expect(ranks).toEqual([1, 2]);
  expect(protocol).not.toContain('public-vote');
});
