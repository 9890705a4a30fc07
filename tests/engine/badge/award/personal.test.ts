// What the award keeps of a nominee: theirs to take along, and emptied of the head's words when they are erased.
import { expect, it } from 'vitest';
import { awardOf } from '../../../../engine/programmes/badge/award/store.ts';
import { nominate } from '../../../../engine/programmes/badge/award/use-cases/nominate.ts';
import { badge } from '../../../../engine/programmes/badge/programme.ts';
import { activeCentre, newParticipant, participationIn } from '../../../support/badge/complete.ts';
import { newCommand, unwrap } from '../../../support/credit/cast.ts';
import { withEngine } from '../../../support/fixtures/with-engine.ts';

const stage = withEngine();
const WORDS = 'Қатысушы күнделігін толық толтырды.';

it('is the nominee’s to take along; the head’s words go with the erasure, the nomination stays', async () => {
  const { ctx } = stage;
  const centre = await activeCentre(ctx);
  const participant = await newParticipant(ctx, 'Айша Мысалова');
  const id = await participationIn(ctx, participant, { centre });
  unwrap(await nominate(ctx, newCommand(centre.head), id, WORDS));
  const { documents, record, erasing } = badge.personal;
  expect(await documents(ctx, participant.id)).toContain(`badge_awards/${id}`);
  expect(await record(ctx, participant.id)).toMatchObject({
    awards: [{ grounds: WORDS, state: 'nominated' }],
  });
  expect(JSON.stringify(await record(ctx, participant.id))).not.toContain(centre.head.id);
  await erasing.erase(ctx, participant.id);
  await erasing.erase(ctx, participant.id);
  expect(await awardOf(ctx, id)).toMatchObject({ grounds: '', state: 'nominated' });
});
