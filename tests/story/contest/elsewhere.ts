// What happens beside the people of the story, by the use-cases: the other nominees of the college, the other colleges of the
// region, and the scores that they get.

import { inOffice } from '../../../engine/commissions/composition.ts';
import { casesOf, commissionOf } from '../../../engine/commissions/store.ts';
import {
  commissionId,
  decideAdmission,
  nominationOf,
  openSittingOf,
  type Place,
  scoreNominee,
  sendNomination,
} from '../../../engine/programmes/contest/programme.ts';
import { commissionAt, decideAt } from '../../support/contest/commission.ts';
import { command, nominee, officerOf, person, unwrap } from '../../support/contest/people.ts';
import type { World } from '../../support/world/world.ts';
import { COLLEGE, otherColleges, REGION } from './cast.ts';

const edition = '2026';
const college = (at: string): Place => ({ edition, stage: 'college', at });
const region: Place = { edition, stage: 'region', at: REGION };

export const nomineesElsewhere = ({ ctx, clock }: World) => {
  const nominees = async (at: string, count: number): Promise<readonly string[]> => {
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) {
      clock.pass(1_000);
      const id = await nominee(ctx, { college: at });
      unwrap(await decideAdmission(ctx, command(officerOf(at)), { nomination: id, admit: true }));
      ids.push(id);
    }
    return ids;
  };

  /** Everyone who still waits for a member's scores gets the same from each. */
  const scored = async (place: Place, points: number): Promise<void> => {
    const { members } = await commissionOf(ctx, commissionId(place));
    const sitting = await openSittingOf(ctx, place);
    for (const { _id, ballots } of await casesOf(ctx, sitting?._id ?? ''))
      for (const member of inOffice(members)) {
        if (ballots.some((each) => each.person === member.person && each.final)) continue;
        const each = ['study', 'achievements', 'community', 'personality'];
        const scores = each.map((criterion) => ({ criterion, score: points }));
        unwrap(await scoreNominee(ctx, command(person(member.person)), _id, scores));
      }
  };

  const send = async (at: string): Promise<void> => {
    const chosen = ctx.db.collection('contest_nominations').find({ edition, college: at, state: 'chosen' });
    for (const { _id } of await chosen.toArray()) {
      clock.pass(1_000);
      unwrap(await sendNomination(ctx, command(officerOf(at)), String(_id)));
    }
  };

  return {
    /** Three more at the student's own college: four for three seats. */
    atTheCollege: async () => {
      await nominees(COLLEGE, 3);
      for (const at of otherColleges) {
        await nominees(at, 4);
        await decideAt(ctx, college(at), await commissionAt(ctx, college(at)), () => 4);
      }
    },
    scoredAtTheCollege: () => scored(college(COLLEGE), 3),
    sentToTheRegion: async () => {
      for (const at of [COLLEGE, ...otherColleges]) await send(at);
    },
    scoredInTheRegion: () => scored(region, 3),
    stateOf: async (id: string) => (await nominationOf(ctx, id)).state,
  };
};
