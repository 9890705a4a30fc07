// A project's events in the chats of its team and of those who come: attendance, surveys, certificates, a trip report, and the rights
// of everybody over what is kept of them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificates } from '../../../engine/documents/certificates/store.ts';
import { systemActor } from '../../../engine/kernel/actor.ts';
import { loadMedia } from '../../../engine/media/store.ts';
import {
  attendeesOf,
  contactsOn,
  decideEvidence,
  evidenceOf,
  findGathering,
  findQuestionnaire,
  type GrantEvidence,
  grant,
  indicatorsIn,
  projectOf,
  standingOf,
} from '../../../engine/programmes/grant/programme.ts';
import { grantEvidence } from '../../../engine/programmes/grant/store.ts';
import { outsideWordOf } from '../../../engine/programmes/rooms.ts';
import { newCommand, personOf, unwrap } from '../../support/credit/cast.ts';
import { openedSurvey, openPages, type Pages } from '../../support/grant/answering.ts';
import { agreedProject, newMember, type Stage } from '../../support/grant/cast.ts';
import { GrantCast } from '../../support/grant/desk-cast.ts';
import { pagesOf } from '../../support/pdf-text.ts';
import type { TranscriptChat } from '../../support/transcript/chat.ts';

let cast: GrantCast;
let stage: Stage;
let pages: Pages;
let lead: TranscriptChat;
beforeAll(async () => {
  cast = await GrantCast.open('2025-07-10T06:00:00Z');
  stage = await agreedProject(cast.stage.ctx, 'main');
  pages = await openPages(cast.stage.ctx);
  lead = cast.at('lead-main');
});
afterAll(async () => {
  await pages.close();
  await cast.close();
});

const ctx = () => cast.stage.ctx;

/** The id at the end of the newest button of a dialogue. */
function idBehind(chat: TranscriptChat, go: string): string {
  const all = [...chat.shown].reverse().flatMap(({ message }) => (message.buttons ?? []).flat());
  const action = all.find(({ action: each }) => 'go' in each && each.go === go)?.action;
  return action && 'go' in action ? (action.argument ?? '') : '';
}

/** A list for an activity on the day that it is. @returns its id */
async function openedList(activity: string): Promise<string> {
  await lead.tapRaw(`go:grant.list-open:${stage.project}`);
  await lead.tap(activity);
  await lead.tap('common:day.today');
  expect(lead.keys).toContain('grant-events:list.opened');
  return idBehind(lead, 'grant.list');
}

/** Somebody registered, who opens a link. */
async function comes(name: string, payload: string): Promise<TranscriptChat> {
  await newMember(ctx(), name);
  const chat = cast.at(name);
  await chat.say(`/start ${payload}`);
  return chat;
}

async function attends(name: string, list: string): Promise<TranscriptChat> {
  const chat = await comes(name, `ga_${list}`);
  await chat.tap('grant-events:button.attend');
  expect(chat.keys).toContain('grant-events:attend.done');
  return chat;
}

async function sentList(list: string): Promise<GrantEvidence> {
  await lead.tapRaw(`go:grant.list-send:${list}`);
  await lead.tap('grant-events:button.send-list');
  expect(lead.keys).toContain('grant-events:list.done');
  return evidenceOf(ctx(), (await findGathering(ctx(), list))?.evidence.at(-1) ?? '');
}

const decide = async (evidence: string, accept: boolean) => {
  const command = newCommand(stage.grantors['grant-chief-manager']);
  const comment = 'Тізімді түзетіңіз';
  unwrap(await decideEvidence(ctx(), command, accept ? { evidence, accept } : { evidence, accept, comment }));
  await cast.stage.carryOn();
};

const fileOf = async (evidence: string): Promise<string> => {
  const { media } = await evidenceOf(ctx(), evidence);
  const file = await loadMedia(ctx(), media[0] ?? '');
  return (await pagesOf(Buffer.from(file?.bytes ?? []))).map((each) => JSON.stringify(each)).join(' ');
};

const indicator = async (id: string) => {
  const { progress } = await standingOf(ctx(), await projectOf(ctx(), stage.project));
  const found = indicatorsIn(progress).find((each) => each.indicator.id === id);
  if (!found) throw new Error(`no indicator ${id}`);
  return found;
};

/** A survey opened by the lead in the chat, by the words of its button. @returns its id */
async function openedBy(words: string): Promise<string> {
  await lead.tapRaw(`go:grant.survey-open:${stage.project}`);
  await lead.tap(words);
  expect(lead.keys).toContain('grant-events:survey.opened');
  return idBehind(lead, 'grant.survey-page');
}

let respondents = 0;

async function answered(survey: string, ...marks: readonly number[]): Promise<void> {
  for (const mark of marks) {
    respondents += 1;
    const page = await openedSurvey(cast.at(`9${respondents}`), survey);
    expect((await pages.answer(page, { 'q.satisfaction': String(mark) })).status).toBe(303);
  }
}

async function closed(survey: string): Promise<void> {
  await lead.tapRaw(`go:grant.survey-close:${survey}`);
  await lead.tap('grant-events:button.close-survey');
  await cast.stage.carryOn();
}

const sentOf = async (unit: string, activity: string) =>
  (await grantEvidence
    .on(ctx().db)
    .find({ project: stage.project, unit, activity, state: 'sent' } as never)
    .lean()) as unknown as GrantEvidence[];

describe('attendance', () => {
  it('G-38: a participant confirms by a link, the list has them once, and its count is the evidence', async () => {
    const list = await openedList('2.1');
    const one = await attends('aigul', list);
    await one.say(`/start ga_${list}`);
    await one.tap('grant-events:button.attend');
    expect(one.keys).toContain('grant-events:reason.on-the-list');
    await attends('bolat', list);
    await attends('stranger', list);
    const page = outsideWordOf(ctx(), 'grant.attendance');
    const guest = { confirmed: true, name: 'Қонақ Мысалов', post: 'Мысал ауруханасы', words: '' };
    for (let times = 0; times < 2; times += 1)
      await page?.answer(ctx(), { id: 'outside/one', actor: systemActor }, list, guest);
    expect(await attendeesOf(ctx(), list)).toHaveLength(4);

    await lead.tapRaw(`go:grant.list-remove:${list}`);
    await lead.tap((await attendeesOf(ctx(), list))[2]?._id ?? '');
    await lead.say('Семинарға келген жоқ');
    expect(lead.keys).toContain('grant-events:list.removed');
    const again = cast.at('stranger');
    await again.say(`/start ga_${list}`);
    await again.tap('grant-events:button.attend');
    expect(again.keys).toContain('grant-events:reason.removed');

    const sent = await sentList(list);
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
    const names = await fileOf(sent._id);
    expect(names).toContain('Қонақ Мысалов');
    const late = await comes('late', `ga_${list}`);
    expect(late.keys).toContain('grant-events:reason.list-closed');
    await decide(sent._id, false);
    expect((await findGathering(ctx(), list))?.state).toBe('open');
    await attends('saule', list);
    const second = await sentList(list);
    expect(second.people).toBe(4);
    await decide(second._id, true);
    expect((await indicator('2.1.1')).parts.map(({ have }) => have)).toEqual([1, 4]);
  });

  it('G-38: nobody confirms before the day, nor at a list that does not exist', async () => {
    await lead.tapRaw(`go:grant.list-open:${stage.project}`);
    await lead.tap('2.1');
    await lead.say('01.12.2025');
    expect(lead.keys).toContain('grant-events:reason.outside-term');
    await lead.say('20.07.2025');
    const early = await comes('early', `ga_${idBehind(lead, 'grant.list')}`);
    expect(early.keys).toContain('grant-events:reason.not-yet');
    await early.say('/start ga_0123456789abcdef');
    expect(early.keys).toContain('grant-events:reason.no-such-list');
  });

  it('G-38: a stranger sees neither list nor survey', async () => {
    const list = await openedList('3.1');
    const stranger = await comes('curious', `ga_${list}`);
    for (const go of ['list', 'list-send', 'list-remove']) {
      await stranger.tapRaw(`go:grant.${go}:${list}`).catch(() => null);
      expect(stranger.keys.filter((key) => key.startsWith('grant-events:list'))).toEqual([]);
    }
  });
});

describe('surveys', () => {
  it('G-39: contacts stand on the contract’s list by consent, apart from answers, and go when it is withdrawn', async () => {
    const survey = await openedBy('2.2 · прошедшие обучение');
    await answered(survey, 5, 4, 5, 5, 4);
    const aigul = cast.at('aigul');
    await aigul.say(`/start gs_${survey}`);
    expect(aigul.keys).toContain('grant-events:contacts.offer');
    await aigul.tap('grant-events:button.contact');
    await aigul.say('8 701 000 00 11');
    await aigul.tap('grant-events:button.consent');
    expect(aigul.keys).toContain('grant-events:contacts.given');
    const { contactList = '' } = (await findQuestionnaire(ctx(), survey)) ?? {};
    expect(await contactsOn(ctx(), contactList)).toHaveLength(1);
    const stored = JSON.stringify(await ctx().db.collection('grant_contacts').find({}).toArray());
    // Of the survey nothing stands there but in what the command answered.
    expect(JSON.parse(stored)[0]).not.toHaveProperty('survey');

    await lead.tapRaw(`go:grant.contacts-send:${survey}`);
    await lead.tapRaw(`go:grant.contacts-send:${survey}`);
    const [sent] = await sentOf('contactList', '2.2');
    expect(await fileOf(sent?._id ?? '')).toContain('aigul');
    await closed(survey);
    expect(lead.keys).toContain('grant-events:survey.done');
    expect(await sentOf('questionnaireExport', '2.2')).toHaveLength(1);

    await aigul.say('/mydata');
    await aigul.tap('grant-events:button.withdraw-contacts');
    await aigul.tap('grant-events:button.withdraw-contacts');
    await cast.stage.carryOn();
    expect(await contactsOn(ctx(), contactList)).toEqual([]);
    expect(await fileOf(sent?._id ?? '')).not.toContain('aigul');
  });

  it('G-40: satisfaction is of each population by itself, 4 and 5 of 5, from five answers on', async () => {
    const trip = await openedBy('3.2 · участники поездки');
    const project = await openedBy('C1.1 · участники проекта');
    await answered(trip, 5, 5, 4);
    await closed(trip);
    expect(lead.keys).toContain('surveys:reason.too-few');
    await answered(trip, 4, 5);
    await answered(project, 5, 4, 4, 3, 1);
    await closed(trip);
    await closed(project);
    for (const { _id } of [...(await sentOf('percent', '3.2')), ...(await sentOf('percent', 'C1.1'))])
      await decide(_id, true);
    expect((await indicator('3.2.5')).parts[0]).toMatchObject({ have: 100, need: 100 });
    expect((await indicator('C1.1.2')).parts[0]).toMatchObject({ have: 60, need: 70 });
    // 2.2 was asked of those who were trained: all five of them were satisfied.
    expect((await indicator('C1.1.1')).parts[0]).toMatchObject({ have: 100, need: 100 });
  });
});

describe('what a participant gets and gives', () => {
  it('G-41: those on an accepted list of a training hold one certificate of the course', async () => {
    const list = await openedList('4.1');
    await attends('aigul', list);
    const dana = await attends('dana', list);
    const sent = await sentList(list);
    await lead.tapRaw(`go:grant.list-certify:${list}`);
    await lead.tap('grant-events:button.certify');
    expect(lead.keys).toContain('grant-events:reason.list-not-accepted');
    await decide(sent._id, true);
    for (let times = 0; times < 2; times += 1) {
      await lead.tapRaw(`go:grant.list-certify:${list}`);
      await lead.tap('grant-events:button.certify');
      await cast.stage.carryOn();
    }
    const { id } = await personOf(ctx(), 'participant.telegram.dana');
    const held = await certificates.on(ctx().db).find({ holderId: id }).lean();
    expect(held).toHaveLength(1);
    expect(held[0]).toMatchObject({ kind: 'grant-events.course', state: 'issued' });
    expect(held[0]?.number).toMatch(/^25-/);
    expect(dana.shown.flatMap(({ message }) => message.texts.map(({ key }) => key))).toContain(
      'documents:notice.issued',
    );
  });

  it('G-42: a trip participant sends their own report once, in words, and it counts as one of seven', async () => {
    const list = await openedList('3.2');
    const traveller = await attends('aigul', list);
    await traveller.say('/menu');
    await traveller.tap(`grant.own-report:${stage.project} 3.2`);
    await traveller.tap('grant-events:report.way.words');
    await traveller.say('Минск ауруханасында болдық. '.repeat(6));
    await traveller.tap('grant-events:button.send-report');
    expect(traveller.keys).toContain('grant-events:report.done');
    const [sent] = await sentOf('report', '3.2');
    const { id } = await personOf(ctx(), 'participant.telegram.aigul');
    expect(sent).toMatchObject({ participant: id, sentBy: id, serves: [{ indicator: '3.2.1', part: 0 }] });
    expect(await fileOf(sent?._id ?? '')).toContain('Минск ауруханасында');
    await traveller.tapRaw(`go:grant.own-report:${stage.project} 3.2`);
    expect(traveller.keys).toContain('grant-events:reason.no-report-owed');
    await decide(sent?._id ?? '', false);
    expect(traveller.newest).toContain('Тізімді түзетіңіз');
    await traveller.tap('grant-events:button.own-report');
    await traveller.tap('grant-events:report.way.file');
    await cast.photo(traveller);
    await traveller.tap('common:button.done');
    await traveller.tap('grant-events:button.send-report');
    const [again] = await sentOf('report', '3.2');
    await decide(again?._id ?? '', true);
    expect((await indicator('3.2.1')).parts[0]).toMatchObject({ have: 1, need: 7 });
  });
});

it('takes a copy of what is kept of a participant, and lets go of it: the place on the list stays, without a name', async () => {
  const { id } = await personOf(ctx(), 'participant.telegram.dana');
  const record = await grant.personal.record(ctx(), id);
  expect(record).toMatchObject({ attendance: [{ activity: '4.1', name: 'dana' }], contacts: [] });
  const list = (await grant.personal.documents(ctx(), id)).find((each) =>
    each.startsWith('grant_attendees/'),
  );
  expect(list).toBeDefined();
  for (let times = 0; times < 2; times += 1) await grant.personal.erasing.erase(ctx(), id);
  const [sent] = (await grantEvidence
    .on(ctx().db)
    .find({ project: stage.project, unit: 'list', activity: '4.1' } as never)
    .lean()) as unknown as GrantEvidence[];
  expect(sent).toMatchObject({ state: 'accepted', people: 2 });
  const names = await fileOf(sent?._id ?? '');
  expect(names).toContain('aigul');
  expect(names).not.toContain('dana');
});
