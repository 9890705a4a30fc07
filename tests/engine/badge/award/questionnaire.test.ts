// The anonymous questionnaire about a mentor: asked of their own participants, once each; seen as an aggregate from five answers on.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../engine/kernel/actor.ts';
import { rateMentor } from '../../../../engine/programmes/badge/questionnaire/rate.ts';
import { ratingOf } from '../../../../engine/programmes/badge/questionnaire/results.ts';
import { mentorSurvey } from '../../../../engine/programmes/badge/questionnaire/survey.ts';
import { assignExpert } from '../../../../engine/programmes/badge/supervision/assign-expert.ts';
import { answerSurvey } from '../../../../engine/surveys/answer.ts';
import {
  activeCentre,
  type Centre,
  newParticipant,
  participationIn,
} from '../../../support/badge/complete.ts';
import { codesOf, newCommand, newStaff, unwrap } from '../../../support/credit/cast.ts';
import { dumpOf } from '../../../support/dump.ts';
import { withEngine } from '../../../support/fixtures/with-engine.ts';

const stage = withEngine('file');
const statements = ['reachable', 'clear', 'fair', 'supportive', 'respectful'];

let centre: Centre;
let raters: readonly Actor[];

beforeAll(async () => {
  centre = await activeCentre(stage.ctx);
  const names = ['Бір', 'Екі', 'Үш', 'Төрт', 'Бес', 'Алты'];
  raters = await Promise.all(names.map((name) => newParticipant(stage.ctx, `${name} Мысал`)));
  for (const each of raters) await participationIn(stage.ctx, each, { centre, state: 'active' });
});

async function rate(rater: Actor | undefined, score: number) {
  const { ticket } = unwrap(await rateMentor(stage.ctx, rater as Actor, centre.mentor.id));
  const survey = await mentorSurvey(stage.ctx, centre.mentor.id);
  if (!survey) throw new Error('no questionnaire');
  const given = Object.fromEntries(statements.map((id) => [id, [String(score)]]));
  return answerSurvey(stage.ctx, survey, ticket, { region: '', given });
}

describe('the questionnaire about a mentor', () => {
  it('B-40: is for their own participants, from activation on', async () => {
    const stranger = await newParticipant(stage.ctx, 'Бөтен Мысал');
    expect(codesOf(await rateMentor(stage.ctx, stranger, centre.mentor.id))).toEqual([
      'badge-award.not-your-mentor',
    ]);
    const other = await newStaff(stage.ctx, 'other-mentor', [{ role: 'mentor', scope: centre.scope }]);
    expect(codesOf(await rateMentor(stage.ctx, raters[0] as Actor, other.id))).toEqual([
      'badge-award.not-your-mentor',
    ]);
    const waiting = await newParticipant(stage.ctx, 'Күткен Мысал');
    await participationIn(stage.ctx, waiting, { centre, state: 'accepted' });
    expect(codesOf(await rateMentor(stage.ctx, waiting, centre.mentor.id))).toEqual([
      'badge-award.not-your-mentor',
    ]);
  });

  it('B-71: the mentor sees nothing below five answers, then the means', async () => {
    for (const [at, rater] of raters.slice(0, 4).entries()) unwrap(await rate(rater, at + 1));
    expect(await ratingOf(stage.ctx, centre.mentor, centre.mentor.id)).toBeNull();
    unwrap(await rate(raters[4], 5));
    const seen = await ratingOf(stage.ctx, centre.mentor, centre.mentor.id);
    expect(seen).toEqual({ counted: 5, questions: statements.map((id) => ({ id, mean: 3 })) });
    // One more answer moves nothing: the difference would tell it.
    unwrap(await rate(raters[5], 1));
    expect(await ratingOf(stage.ctx, centre.mentor, centre.mentor.id)).toEqual(seen);
  });

  it('B-71: the expert of the mentor sees the same; nobody else does', async () => {
    const expert = await newStaff(stage.ctx, 'expert', [
      { role: 'expert', scope: `region:${centre.region}` },
    ]);
    const assigned = { mentor: centre.mentor.id, expert: expert.id };
    unwrap(await assignExpert(stage.ctx, newCommand(), assigned));
    expect((await ratingOf(stage.ctx, expert, centre.mentor.id))?.counted).toBe(5);
    const elsewhere = await newStaff(stage.ctx, 'elsewhere', [
      { role: 'expert', scope: `region:${centre.region}` },
    ]);
    const colleague = await newStaff(stage.ctx, 'colleague', [{ role: 'mentor', scope: centre.scope }]);
    for (const each of [elsewhere, colleague, centre.head, raters[0] as Actor])
      await expect(ratingOf(stage.ctx, each, centre.mentor.id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('B-40: one answer a person; nothing stored leads from an answer to who gave it', async () => {
    expect(codesOf(await rateMentor(stage.ctx, raters[0] as Actor, centre.mentor.id))).toEqual([
      'surveys.answered',
    ]);
    const survey = (await mentorSurvey(stage.ctx, centre.mentor.id))?._id ?? '';
    const dump = await dumpOf(stage.ctx.db);
    const about = dump.filter(({ where, text }) => where.includes(survey) || text.includes(survey));
    expect(about.length).toBeGreaterThan(500);
    const names = [...raters.map(({ id }) => id), centre.mentor.id];
    expect(about.filter(({ text }) => names.some((id) => text.includes(id)))).toEqual([]);
  });
});
