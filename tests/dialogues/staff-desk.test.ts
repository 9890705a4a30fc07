// The staff desk of several programmes: what a newcomer may be, and what those see who work for more than one.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { staffDesk } from '../../bot/dialogues/staff.ts';
import { contest } from '../../engine/programmes/contest/programme.ts';
import { credit } from '../../engine/programmes/credit/programme.ts';
import { newStaff } from '../support/credit/cast.ts';
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
    ['credit-staff:button.register'],
  ]);
  await newcomer.tap('staff:button.invited');
  expect(newcomer.keys).toEqual(['staff:invited']);
  await newcomer.say('/menu');
  expect(newcomer.keys).toEqual(['staff:menu.nothing']);
  expect(newcomer.buttonKeys).toEqual([
    ...['credit-staff:button.register', 'staff:button.invited', 'common:button.languages'],
  ]);
});

it('has one block for each programme that somebody works for, beneath its title', async () => {
  await newStaff(stage.ctx, '2', [coordinator, department]);
  const both = stage.talkTo(desk, '2', 'en');
  await both.say('/menu');
  expect(both.keys.filter((key) => key === 'common:programmes.heading')).toHaveLength(2);
  expect(both.keys[0]).toBe('staff:menu.calm');
  expect(both.words).toContain('Социальный студенческий кредит');
  expect(both.buttonKeys.filter((key) => key === 'staff:button.queue')).toHaveLength(1);
  expect(both.buttonKeys).toContain('credit-staff:button.projects');
  expect(both.buttonKeys).toContain('staff:button.invite-as');
  await both.say('/mydata');
  expect(both.keys.filter((key) => key === 'staff:my-data.role')).toHaveLength(2);
});

it('says no title to whoever works for one', async () => {
  await newStaff(stage.ctx, '3', [coordinator]);
  const one = stage.talkTo(desk, '3', 'en');
  await one.say('/menu');
  expect(one.keys).toEqual(['staff:menu.calm']);
});
