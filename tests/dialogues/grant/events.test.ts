// A project's events in the chats of its team and of those who come: attendance, surveys, certificates, a trip report, and the rights
// of everybody over what is kept of them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificates } from '../../../engine/documents/certificates/store.ts';
import { systemActor } from '../../../engine/kernel/actor.ts';
import {
  attendeesOf,
  contactsOn,
  findGathering,
  findQuestionnaire,
  type GrantEvidence,
  grant,
} from '../../../engine/programmes/grant/programme.ts';
import { grantEvidence } from '../../../engine/programmes/grant/store.ts';
import { outsideWordOf } from '../../../engine/programmes/rooms.ts';
import { personOf } from '../../support/credit/cast.ts';

import { openEventsScene } from './events-scene.ts';

let scene: Awaited<ReturnType<typeof openEventsScene>>;
beforeAll(async () => {
  scene = await openEventsScene();
});
afterAll(() => scene.close());

describe('attendance', () => {
  it('G-38: a participant confirms by a link, the list has them once, and its count is the evidence', async () => {
    const list = await scene.openedList('2.1');
    const one = await scene.attends('aigul', list);
    await one.say(`/start ga_${list}`);
    await one.tap('grant-events:button.attend');
    expect(one.keys).toContain('grant-events:reason.on-the-list');
    await scene.attends('bolat', list);
    await scene.attends('stranger', list);
    const page = outsideWordOf(scene.ctx, 'grant.attendance');
    const guest = { confirmed: true, name: 'Қонақ Мысалов', post: 'Мысал ауруханасы', words: '' };
    for (let times = 0; times < 2; times += 1)
      await page?.answer(scene.ctx, { id: 'outside/one', actor: systemActor }, list, guest);
    expect(await attendeesOf(scene.ctx, list)).toHaveLength(4);

    await scene.lead.tapRaw(`go:grant.list-remove:${list}`);
    const stranger = (await attendeesOf(scene.ctx, list)).find(({ name }) => name === 'stranger');
    await scene.lead.tap(stranger?._id ?? '');
    await scene.lead.say('Семинарға келген жоқ');
    expect(scene.lead.keys).toContain('grant-events:list.removed');
    const again = scene.cast.at('stranger');
    await again.say(`/start ga_${list}`);
    await again.tap('grant-events:button.attend');
    expect(again.keys).toContain('grant-events:reason.removed');

    const sent = await scene.sentList(list);
    expect(sent).toMatchObject({
      unit: 'list',
      kind: 'document',
      people: 3,
      quantity: 1,
      date: '2025-07-10',
    });
    expect(sent.serves.map(({ indicator: id, part }) => [id, part])).toEqual([
      ['2.1.1', 0],
      ['2.1.1', 1],
    ]);
    const names = await scene.fileOf(sent._id);
    expect(names).toContain('Қонақ Мысалов');
    const late = await scene.comes('late', `ga_${list}`);
    expect(late.keys).toContain('grant-events:reason.list-closed');
    await scene.decide(sent._id, false);
    expect((await findGathering(scene.ctx, list))?.state).toBe('open');
    await scene.attends('saule', list);
    const second = await scene.sentList(list);
    expect(second.people).toBe(4);
    await scene.decide(second._id, true);
    expect((await scene.indicator('2.1.1')).parts.map(({ have }) => have)).toEqual([1, 4]);
  });

  it('G-38: nobody confirms before the day, nor at a list that does not exist', async () => {
    await scene.lead.tapRaw(`go:grant.list-open:${scene.stage.project}`);
    await scene.lead.tap('2.1');
    await scene.lead.say('01.12.2025');
    expect(scene.lead.keys).toContain('grant-events:reason.outside-term');
    await scene.lead.say('20.07.2025');
    const early = await scene.comes('early', `ga_${scene.idBehind(scene.lead, 'grant.list')}`);
    expect(early.keys).toContain('grant-events:reason.not-yet');
    await early.say('/start ga_0123456789abcdef');
    expect(early.keys).toContain('grant-events:reason.no-such-list');
  });

  it('G-38: a stranger sees neither list nor survey', async () => {
    const list = await scene.openedList('3.1');
    const stranger = await scene.comes('curious', `ga_${list}`);
    for (const go of ['list', 'list-send', 'list-remove']) {
      await stranger.tapRaw(`go:grant.${go}:${list}`).catch(() => null);
      expect(stranger.keys.filter((key) => key.startsWith('grant-events:list'))).toEqual([]);
    }
  });
});

describe('surveys', () => {
  it('G-39: contacts stand on the contract’s list by consent, apart from answers, and go when it is withdrawn', async () => {
    const survey = await scene.openedBy('2.2 · прошедшие обучение');
    await scene.answered(survey, 5, 4, 5, 5, 4);
    const aigul = scene.cast.at('aigul');
    await aigul.say(`/start gs_${survey}`);
    expect(aigul.keys).toContain('grant-events:contacts.offer');
    await aigul.tap('grant-events:button.contact');
    await aigul.say('8 701 000 00 11');
    await aigul.tap('grant-events:button.consent');
    expect(aigul.keys).toContain('grant-events:contacts.given');
    const { contactList = '' } = (await findQuestionnaire(scene.ctx, survey)) ?? {};
    expect(await contactsOn(scene.ctx, contactList)).toHaveLength(1);
    const stored = JSON.stringify(await scene.ctx.db.collection('grant_contacts').find({}).toArray());
    // Of the survey nothing stands there but in what the command answered.
    expect(JSON.parse(stored)[0]).not.toHaveProperty('survey');

    await scene.lead.tapRaw(`go:grant.contacts-send:${survey}`);
    await scene.lead.tapRaw(`go:grant.contacts-send:${survey}`);
    const [sent] = await scene.sentOf('contactList', '2.2');
    expect(await scene.fileOf(sent?._id ?? '')).toContain('aigul');
    await scene.closed(survey);
    expect(scene.lead.keys).toContain('grant-events:survey.done');
    expect(await scene.sentOf('questionnaireExport', '2.2')).toHaveLength(1);

    await aigul.say('/mydata');
    await aigul.tap('grant-events:button.withdraw-contacts');
    await aigul.tap('grant-events:button.withdraw-contacts');
    await scene.cast.stage.carryOn();
    expect(await contactsOn(scene.ctx, contactList)).toEqual([]);
    expect(await scene.fileOf(sent?._id ?? '')).not.toContain('aigul');
  });

  it('G-40: satisfaction is of each population by itself, 4 and 5 of 5, from five answers on', async () => {
    const trip = await scene.openedBy('3.2 · участники поездки');
    const project = await scene.openedBy('C1.1 · участники проекта');
    await scene.answered(trip, 5, 5, 4);
    await scene.closed(trip);
    expect(scene.lead.keys).toContain('surveys:reason.too-few');
    await scene.answered(trip, 4, 5);
    await scene.answered(project, 5, 4, 4, 3, 1);
    await scene.closed(trip);
    await scene.closed(project);
    for (const { _id } of [
      ...(await scene.sentOf('percent', '3.2')),
      ...(await scene.sentOf('percent', 'C1.1')),
    ])
      await scene.decide(_id, true);
    expect((await scene.indicator('3.2.5')).parts[0]).toMatchObject({ have: 100, need: 100 });
    expect((await scene.indicator('C1.1.2')).parts[0]).toMatchObject({ have: 60, need: 70 });
    // 2.2 was asked of those who were trained: all five of them were satisfied.
    expect((await scene.indicator('C1.1.1')).parts[0]).toMatchObject({ have: 100, need: 100 });
  });
});

describe('what a participant gets and gives', () => {
  it('G-41: those on an accepted list of a training hold one certificate of the course', async () => {
    const list = await scene.openedList('4.1');
    await scene.attends('aigul', list);
    const dana = await scene.attends('dana', list);
    const sent = await scene.sentList(list);
    await scene.lead.tapRaw(`go:grant.list-certify:${list}`);
    await scene.lead.tap('grant-events:button.certify');
    expect(scene.lead.keys).toContain('grant-events:reason.list-not-accepted');
    await scene.decide(sent._id, true);
    for (let times = 0; times < 2; times += 1) {
      await scene.lead.tapRaw(`go:grant.list-certify:${list}`);
      await scene.lead.tap('grant-events:button.certify');
      await scene.cast.stage.carryOn();
    }
    const { id } = await personOf(scene.ctx, 'participant.telegram.dana');
    const held = await certificates.on(scene.ctx.db).find({ holderId: id }).lean();
    expect(held).toHaveLength(1);
    expect(held[0]).toMatchObject({ kind: 'grant-events.course', state: 'issued' });
    expect(held[0]?.number).toMatch(/^25-/);
    expect(dana.shown.flatMap(({ message }) => message.texts.map(({ key }) => key))).toContain(
      'documents:notice.issued',
    );
  });

  it('G-42: a trip participant sends their own report once, in words, and it counts as one of seven', async () => {
    const list = await scene.openedList('3.2');
    const traveller = await scene.attends('aigul', list);
    await traveller.say('/menu');
    await traveller.tap(`grant.own-report:${scene.stage.project} 3.2`);
    await traveller.tap('grant-events:report.way.words');
    await traveller.say('Минск ауруханасында болдық. '.repeat(6));
    await traveller.tap('grant-events:button.send-report');
    expect(traveller.keys).toContain('grant-events:report.done');
    const [sent] = await scene.sentOf('report', '3.2');
    const { id } = await personOf(scene.ctx, 'participant.telegram.aigul');
    expect(sent).toMatchObject({ participant: id, sentBy: id, serves: [{ indicator: '3.2.1', part: 0 }] });
    expect(await scene.fileOf(sent?._id ?? '')).toContain('Минск ауруханасында');
    await traveller.tapRaw(`go:grant.own-report:${scene.stage.project} 3.2`);
    expect(traveller.keys).toContain('grant-events:reason.no-report-owed');
    await scene.decide(sent?._id ?? '', false);
    expect(traveller.newest).toContain('Тізімді түзетіңіз');
    await traveller.tap('grant-events:button.own-report');
    await traveller.tap('grant-events:report.way.file');
    await scene.cast.photo(traveller);
    await traveller.tap('common:button.done');
    await traveller.tap('grant-events:button.send-report');
    const [again] = await scene.sentOf('report', '3.2');
    await scene.decide(again?._id ?? '', true);
    expect((await scene.indicator('3.2.1')).parts[0]).toMatchObject({ have: 1, need: 7 });
  });
});

it('takes a copy of what is kept of a participant, and lets go of it: the place on the list stays, without a name', async () => {
  const { id } = await personOf(scene.ctx, 'participant.telegram.dana');
  const record = await grant.personal.record(scene.ctx, id);
  expect(record).toMatchObject({ attendance: [{ activity: '4.1', name: 'dana' }], contacts: [] });
  const list = (await grant.personal.documents(scene.ctx, id)).find((each) =>
    each.startsWith('grant_attendees/'),
  );
  expect(list).toBeDefined();
  for (let times = 0; times < 2; times += 1) await grant.personal.erasing.erase(scene.ctx, id);
  const [sent] = (await grantEvidence
    .on(scene.ctx.db)
    .find({ project: scene.stage.project, unit: 'list', activity: '4.1' } as never)
    .lean()) as unknown as GrantEvidence[];
  expect(sent).toMatchObject({ state: 'accepted', people: 2 });
  const names = await scene.fileOf(sent?._id ?? '');
  expect(names).toContain('aigul');
  expect(names).not.toContain('dana');
});
