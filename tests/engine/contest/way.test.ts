// A nominee's whole way, by the use-cases: proposed, confirmed, chosen, sent, placed in the region, passed on.
import { expect, it } from 'vitest';
import {
  decideAdmission,
  nominationOf,
  type Place,
  sendNomination,
} from '../../../engine/programmes/contest/programme.ts';
import { commissionAt, decideAt } from '../../support/contest/commission.ts';
import { college, command, nominee, officerOf, unwrap } from '../../support/contest/people.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const engine = withEngine();

it('leads from the proposal to a winner of the region', async () => {
  const { ctx, clock } = engine;
  clock.set('2026-09-01T06:00:00Z');
  await college(ctx, 'alpha');
  const officer = officerOf('alpha');
  const ids: string[] = [];
  for (let n = 0; n < 4; n += 1) {
    clock.advance(1_000);
    ids.push(await nominee(ctx));
  }
  for (const id of ids) unwrap(await decideAdmission(ctx, command(officer), { nomination: id, admit: true }));
  const place: Place = { edition: '2026', stage: 'college', at: 'alpha' };
  const members = await commissionAt(ctx, place);
  await decideAt(ctx, place, members, (id) => 5 - ids.indexOf(id));
  const stateOf = async (id = '') => (await nominationOf(ctx, id)).state;
  expect(await Promise.all(ids.map(stateOf))).toEqual(['chosen', 'chosen', 'chosen', 'reserve']);
  for (const id of ids.slice(0, 3)) {
    clock.advance(1_000);
    unwrap(await sendNomination(ctx, command(officer), id));
  }
  const region: Place = { edition: '2026', stage: 'region', at: '71' };
  clock.set('2026-10-10T06:00:00Z');
  await decideAt(ctx, region, await commissionAt(ctx, region), () => 4);
  expect(await Promise.all(ids.map(stateOf))).toEqual(['passed', 'passed', 'passed', 'reserve']);
  expect((await nominationOf(ctx, ids[0] ?? '')).placings).toMatchObject({
    college: { rank: 1, awarded: true },
    region: { rank: 1, awarded: true },
  });
});
