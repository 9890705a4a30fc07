// Messages between mentor and participant: both ways, kept, and without a telephone number.
import { expect, it } from 'vitest';
import { DAY } from '../../../../engine/kernel/clock.ts';
import { messagesOf, sendMessage } from '../../../../engine/programmes/badge/programme.ts';
import { newBadgeStaff, newMentor } from '../../../support/badge/cast.ts';
import { newJournal } from '../../../support/badge/journal.ts';
import { codesOf, newCommand, unwrap } from '../../../support/credit/cast.ts';
import { withEngine } from '../../../support/fixtures/with-engine.ts';

const stage = withEngine();

it('B-45, B-63: messages go both ways, are kept, and show no telephone number', async () => {
  const { ctx } = stage;
  const staff = await newBadgeStaff(ctx);
  const second = await newMentor(ctx, 'second-mentor');
  const { participation, person } = await newJournal(ctx, staff);
  await stage.carryOn();
  unwrap(
    await sendMessage(ctx, newCommand(staff.mentor), participation, {
      text: 'Ертең кездесейік',
      media: ['voice'],
    }),
  );
  stage.clock.advance(DAY);
  unwrap(await sendMessage(ctx, newCommand(person), participation, { text: '', media: ['video'] }));
  expect(await messagesOf(ctx, participation, 5)).toMatchObject([
    { side: 'participant', media: ['video'] },
    { side: 'mentor', media: ['voice'], text: 'Ертең кездесейік' },
  ]);
  const { told } = await stage.carryOn();
  const sent = told.filter(({ message }) => message.texts[0]?.key.includes(':message.from-'));
  const heard = new Map(sent.map(({ to, desk }) => [to, desk]));
  expect([heard.get(person.id), heard.get(staff.mentor.id)]).toEqual(['participant', 'staff']);
  expect(JSON.stringify(sent)).not.toMatch(/\+7|phone/);
  for (const stranger of [second, staff.head])
    expect(codesOf(await sendMessage(ctx, newCommand(stranger), participation, { text: 'Сәлем' }))).toEqual([
      'common.not-allowed',
    ]);
  const empty = await sendMessage(ctx, newCommand(person), participation, { text: ' ' });
  expect(codesOf(empty)).toEqual(['badge-journal.message-empty']);
});
