// The republican stage in the chat: the group comes together by links, scores a limited list, and the list is published.
import { expect, it } from 'vitest';
import { keptEdition } from '../../../engine/programmes/contest/editions/edition.ts';
import { groupKinds, nominationOf } from '../../../engine/programmes/contest/programme.ts';
import { editions } from '../../../engine/programmes/contest/store.ts';
import { type Chatting, chatting, said } from '../../support/contest/chats.ts';
import { college } from '../../support/contest/people.ts';
import { placed } from '../../support/contest/winners.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const engine = withEngine('test', { start: '2026-11-10T06:00:00Z' });

const confirmed = async ({ chat }: Chatting, label: string) => {
  await chat.tap(`contest-public:button.${label}`);
  await chat.tap(`contest-public:button.${label}`);
};

/** Formed, and a member of each kind joined by a link. */
async function together(centre: Chatting): Promise<readonly Chatting[]> {
  await centre.chat.say('/menu');
  await centre.chat.tap('contest-public:button.group');
  await confirmed(centre, 'form-group');
  expect(said(centre.chat)).toEqual(['contest-public:group.done-form-group']);
  const members: Chatting[] = [];
  for (const kind of groupKinds) {
    await centre.chat.say('/menu');
    await centre.chat.tap('contest-public:button.group');
    await centre.chat.tap('contest-public:button.invite-group');
    await centre.chat.tap(`contest-public:group-kind.${kind}`);
    await centre.chat.say('Мысал ұйым');
    const secret = /start=([\w-]+)/.exec(centre.chat.words)?.[1] ?? '';
    const member = await chatting(engine, 'staff', `Мысал Мүше ${kind.length}`);
    await member.chat.say(`/start ${secret}`);
    expect(said(member.chat)).toContain('contest-public:group.joined');
    members.push(member);
  }
  return members;
}

it('C-34 C-35 C-38: publishes all winners once the group is complete, and tells them', async () => {
  await college(engine.ctx, 'alpha');
  const winner = await chatting(engine, 'participant', 'Мысал Жеңімпаз');
  const { id } = await placed(engine.ctx, { actor: winner.actor });
  const centre = await chatting(engine, 'staff', 'Холдинг Қызметкері', [{ role: 'holding', scope: 'all' }]);
  await together(centre);
  await centre.chat.say('/menu');
  await centre.chat.tap('contest-public:button.group');
  expect(centre.chat.words).toContain('В рабочей группе 6 человек.');
  await confirmed(centre, 'publish');
  expect(said(centre.chat)).toEqual(['contest-public:group.done-publish']);
  expect((await nominationOf(engine.ctx, id)).state).toBe('laureate');
  await engine.carryOn();
  expect(
    winner.chat.shown.some(({ message }) =>
      message.texts.some(({ key }) => key === 'contest:notice.laureate'),
    ),
  ).toBe(true);
});

it('C-38, C-42: scores a limited list before it is published, and hands its protocol out', async () => {
  const { ctx } = engine;
  await college(ctx, 'alpha');
  await keptEdition(ctx, '2026');
  await editions.on(ctx.db).updateOne({ _id: '2026' }, { $set: { laureates: 1 } });
  const best = await placed(ctx, { name: 'Мысал Бірінші' });
  const other = await placed(ctx, { name: 'Мысал Екінші' });
  const centre = await chatting(engine, 'staff', 'Холдинг Қызметкері', [{ role: 'holding', scope: 'all' }]);
  const members = await together(centre);
  await centre.chat.say('/menu');
  await centre.chat.tap('contest-public:button.group');
  await confirmed(centre, 'rank');
  for (const { chat } of members) {
    for (const [name, points] of [
      ['Мысал Бірінші', '5'],
      ['Мысал Екінші', '2'],
    ] as const) {
      await chat.say('/menu');
      await chat.tap('contest-public:button.score-winner');
      await chat.tap(name);
      for (let n = 0; n < 4; n += 1) await chat.tap(points);
      expect(said(chat)).toEqual(['contest-public:group.scored']);
    }
  }
  await centre.chat.say('/menu');
  await centre.chat.tap('contest-public:button.group');
  await confirmed(centre, 'conclude-ranking');
  await centre.chat.tap('contest-public:button.group');
  await centre.chat.tap('contest-staff:button.protocol');
  expect(centre.chat.words).toMatch(/1\. Мысал Бірінші[\s\S]*2\. Мысал Екінші/);
  await centre.chat.tap('contest-staff:button.protocol-file');
  expect(said(centre.chat)).toEqual(['documents:chat.document']);
  await centre.chat.say('/menu');
  await centre.chat.tap('contest-public:button.group');
  await confirmed(centre, 'publish');
  expect((await nominationOf(ctx, best.id)).state).toBe('laureate');
  expect((await nominationOf(ctx, other.id)).state).toBe('passed');
});
