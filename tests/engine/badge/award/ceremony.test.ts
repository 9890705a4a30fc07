// The ceremony of a year (§4.3): set by the operator, in December, in a town where it may be held; laureates are told of it.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../engine/kernel/actor.ts';
import { awardOf } from '../../../../engine/programmes/badge/award/store.ts';
import { setCeremony } from '../../../../engine/programmes/badge/award/use-cases/ceremony.ts';
import { nominate } from '../../../../engine/programmes/badge/award/use-cases/nominate.ts';
import {
  concludeAwardSitting,
  openAwardSitting,
} from '../../../../engine/programmes/badge/award/use-cases/sittings.ts';
import {
  assessed,
  formedCommission,
  interviewed,
  newOperator,
  opinion,
} from '../../../support/badge/commission.ts';
import {
  activeCentre,
  type Centre,
  newParticipant,
  participationIn,
} from '../../../support/badge/complete.ts';
import { codesOf, newCommand, unwrap } from '../../../support/credit/cast.ts';
import { withEngine } from '../../../support/fixtures/with-engine.ts';

const stage = withEngine();

let centre: Centre;
let operator: Actor;

beforeEach(async () => {
  centre = await activeCentre(stage.ctx);
  operator = await newOperator(stage.ctx);
});

const wish = { on: '2026-12-15', time: '16:00', region: '71', venue: 'Мысал сарайы' };
const set = (by: Actor, over: Partial<typeof wish> = {}) =>
  setCeremony(stage.ctx, newCommand(by), { ...wish, ...over });

describe('the ceremony', () => {
  it('B-112: is set by the operator, in December, in a town where it may be held', async () => {
    expect(codesOf(await set(centre.head))).toEqual(['common.not-allowed']);
    expect(codesOf(await set(operator, { on: '2026-11-30' }))).toEqual(['badge-award.ceremony-in-december']);
    expect(codesOf(await set(operator, { on: '2025-12-15' }))).toEqual(['badge-award.ceremony-in-past']);
    expect(codesOf(await set(operator, { region: '99' }))).toEqual(['badge-award.ceremony-place']);
    for (const region of ['71', '79', '35']) unwrap(await set(operator, { region }));
  });

  it('B-112: laureates who are invited are told of it, also when it is set later', async () => {
    const participant = await newParticipant(stage.ctx, 'Айша Мысалова');
    const id = await participationIn(stage.ctx, participant, { centre });
    unwrap(await nominate(stage.ctx, newCommand(centre.head), id, 'Қатысушы күнделігін толық толтырды.'));
    const members = await formedCommission(stage.ctx, operator);
    await interviewed(stage, operator, members[0] as Actor, id);
    unwrap(await openAwardSitting(stage.ctx, newCommand(operator)));
    for (const member of members) unwrap(await assessed(stage.ctx, member, id, opinion('for')));
    unwrap(await concludeAwardSitting(stage.ctx, newCommand(operator)));
    await stage.carryOn();
    expect(await awardOf(stage.ctx, id)).toMatchObject({ ceremony: null, decision: { invited: true } });
    unwrap(await set(operator));
    const { told } = await stage.carryOn();
    expect((await awardOf(stage.ctx, id)).ceremony).toBe('2026');
    const keys = told
      .filter(({ to }) => to === participant.id)
      .flatMap(({ message }) => message.texts.map(({ key }) => key));
    expect(keys).toEqual(['badge-award:notice.ceremony', 'badge-award:ceremony.place']);
  });
});
