// The staff desk of several programmes: what a newcomer may be, and what those see who work for more than one.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { staffDesk } from '../../bot/dialogues/staff.ts';
import { registerOrganisation } from '../../engine/organisations/registration.ts';
import { contest } from '../../engine/programmes/contest/programme.ts';
import { credit } from '../../engine/programmes/credit/programme.ts';
import { newCommand, newStaff, unwrap } from '../support/credit/cast.ts';
import { validBin } from '../support/identity/numbers.ts';
import { openStage, type Stage } from '../support/transcript/stage.ts';

const programmes = [credit, contest];
const desk = await staffDesk(programmes);
const coordinator = { role: 'coordinator', scope: 'organisation:190140000123' } as const;
const department = { role: 'education-department', scope: 'region:75' } as const;

let stage: Stage;
beforeEach(async () => {
  stage = await openStage({ programmes });
});
afterEach(() => stage.close());

it('asks a newcomer what they are: what is open to all, or by invitation', async () => {
  const newcomer = stage.talkTo(desk, '1', 'en');
  await newcomer.say('/start');
  await newcomer.tap('en');
  expect(newcomer.keys).toEqual(['staff:who', 'credit-staff:about']);
  const rows = newcomer.shown.slice(-2).map(({ message }) => message.buttons?.flat() ?? []);
  expect(rows.map((each) => each.map(({ label }) => label.key))).toEqual([
    ['staff:button.invited', 'common:button.help'],
    ['organisations:button.register'],
  ]);
  await newcomer.tap('staff:button.invited');
  expect(newcomer.keys).toEqual(['staff:invited']);
  await newcomer.say('/menu');
  expect(newcomer.keys).toEqual(['staff:menu.nothing']);
  expect(newcomer.buttonKeys).toEqual([
    ...['organisations:button.register', 'staff:button.invited', 'common:button.languages'],
  ]);
});

it('has a heading for each programme that somebody works for, and a button that opens it', async () => {
  await newStaff(stage.ctx, '2', [coordinator, department]);
  const both = stage.talkTo(desk, '2', 'en');
  await both.say('/menu');
  expect(both.keys.filter((key) => key === 'common:programmes.heading')).toHaveLength(2);
  expect(both.keys[0]).toBe('staff:menu.calm');
  expect(both.words).toContain('Социальный студенческий кредит');
  expect(both.buttonKeys.filter((key) => key === 'staff:button.queue')).toHaveLength(1);
  expect(both.buttonKeys).toEqual([
    ...['staff:button.queue', 'credit:title', 'contest:title', 'staff:button.invite-as'],
    ...['staff:button.roles', 'common:button.languages'],
  ]);
  await both.tap('credit:title');
  expect(both.keys).toEqual(['common:programmes.heading']);
  expect(both.buttonKeys).toEqual([
    ...['staff:button.queue', 'credit-staff:button.projects', 'common:button.menu'],
  ]);
  // Of a programme in which one has no part, nothing is opened.
  await both.tapRaw('go:staff.programme:organisations');
  expect(both.keys).toEqual(['common:reason.not-allowed']);
  await both.say('/mydata');
  expect(both.keys.filter((key) => key === 'staff:my-data.role')).toHaveLength(2);
});

it('counts beneath each heading what waits there, and what is overdue', async () => {
  const { ctx } = stage;
  const accreditor = { role: 'accreditor', scope: 'region:75' } as const;
  await newStaff(ctx, '4', [coordinator, accreditor]);
  const head = { chat: 'staff.telegram.5', name: 'Мысалова Әйгүл', language: 'kk' as const };
  const about = {
    kind: 'local' as const,
    region: '75',
    address: 'Мысал көшесі, 1',
    contact: 'mysal@example.kz',
  };
  const organisation = { bin: validBin(7), name: '«Мысал»', ...about, activities: ['leisure'], head };
  unwrap(await registerOrganisation(ctx, newCommand(), organisation));
  await stage.carryOn();
  const both = stage.talkTo(desk, '4', 'en');
  await both.say('/menu');
  expect(both.keys).toEqual([
    ...['staff:menu.waiting', 'common:programmes.heading', 'common:programmes.heading', 'staff:menu.count'],
  ]);
  expect(both.words).toMatch(/Социальный студенческий кредит.*Организации.*Аккредитация: 1/su);
  await both.tap('organisations:title');
  expect(both.keys).toEqual(['common:programmes.heading', 'staff:menu.count']);
  expect(both.buttonKeys).toEqual([
    ...['staff:button.queue', 'organisations:button.organisations', 'common:button.menu'],
  ]);
});

it('says no title to whoever works for one', async () => {
  await newStaff(stage.ctx, '3', [coordinator]);
  const one = stage.talkTo(desk, '3', 'en');
  await one.say('/menu');
  expect(one.keys).toEqual(['staff:menu.calm']);
});
