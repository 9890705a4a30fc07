// Tasks, activities and indicators, written one by one in the chat.
import { text } from '../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import {
  activitiesOf,
  addActivity,
  addIndicator,
  addTask,
  measureOf,
  named,
  type Unit,
  units,
  written,
} from '../../../engine/programmes/grant/programme.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { ask } from '../../dialogue/steps/ask.ts';
import { call } from '../../dialogue/steps/call.ts';
import { choose, type Option } from '../../dialogue/steps/choose.ts';
import { answer, answerNumber } from '../../dialogue/talk.ts';
import { freeText } from '../fields/free-text.ts';
import { wholeNumber } from '../fields/whole-number.ts';
import { menuButton } from '../shared/endings.ts';
import { planDay } from './fields/plan-day.ts';
import { argumentOf, button, ending, type GrantTalk, projectIn, teamOnly } from './grant-talk.ts';

const LINE = freeText({ least: 3, most: 500 });

const done = (key: string, again: string, dialogueId: string) => (_id: string, talk: GrantTalk) => {
  const { project } = argumentOf(talk);
  return ending(
    key,
    undefined,
    button(again, dialogueId, project),
    button('write-plan', 'grant.write', project),
    menuButton(),
  );
};

const sectionOptions: readonly Option[] = ['task', 'contract'].map((value) => ({
  value,
  label: text(`grant:section.${value}`),
}));

export const newTask: Dialogue<EngineContext> = dialogue('grant.add-task', { version: 1 }, [
  teamOnly('grant.add-task', 'grant-lead'),
  choose('section', sectionOptions, 'grant:add.which-section'),
  ask('title', LINE, 'grant:add.task-title'),
  call('add', added, { ok: done('add.task-done', 'add-activity', 'grant.add-activity') }),
]);

async function added(talk: GrantTalk) {
  const { draft } = await projectIn(talk);
  const section = answer(talk.draft, 'section') === 'contract' ? 'contract' : 'task';
  const no = draft.tasks.filter((each) => each.section === section).length + 1;
  return addTask(talk.env, talk.command('add'), argumentOf(talk).project, {
    ...{ id: section === 'contract' ? `C${no}` : String(no), section },
    title: written(talk.language, answer(talk.draft, 'title')),
  });
}

export const newActivity: Dialogue<EngineContext> = dialogue('grant.add-activity', { version: 1 }, [
  teamOnly('grant.add-activity', 'grant-lead'),
  choose('task', taskOptions, 'grant:add.which-task', { none: 'grant:add.no-tasks' }),
  ask('title', LINE, 'grant:add.activity-title'),
  ask('about', LINE, 'grant:add.activity-about', { optional: true }),
  ask('place', LINE, 'grant:add.activity-place'),
  ask('from', planDay, 'grant:add.activity-from'),
  ask('to', planDay, 'grant:add.activity-to'),
  call(
    'add',
    (talk) => {
      const line = (step: string) => written(talk.language, answer(talk.draft, step));
      const isContract = answer(talk.draft, 'task').startsWith('C');
      return addActivity(
        talk.env,
        talk.command('add'),
        argumentOf(talk).project,
        answer(talk.draft, 'task'),
        {
          ...{ title: line('title'), description: answer(talk.draft, 'about') === '' ? null : line('about') },
          ...{ place: isContract ? null : line('place'), channel: isContract ? line('place') : null },
          ...{ from: answer(talk.draft, 'from'), to: answer(talk.draft, 'to') },
        },
      );
    },
    { ok: done('add.activity-done', 'add-indicator', 'grant.add-indicator') },
  ),
]);

async function taskOptions(talk: GrantTalk): Promise<readonly Option[]> {
  const { draft } = await projectIn(talk);
  return draft.tasks.map(({ id, title }) => ({
    value: id,
    label: text('grant:option.line', { id, ...named('name', title) }),
  }));
}

async function activityOptions(talk: GrantTalk): Promise<readonly Option[]> {
  const { draft } = await projectIn(talk);
  return activitiesOf(draft).map(({ id, title }) => ({
    value: id,
    label: text('grant:option.line', { id, ...named('name', title) }),
  }));
}

const unitOptions: readonly Option[] = units.map((value) => ({
  value,
  label: text(`grant:unit-name.${value}`),
}));

const perOptions: readonly Option[] = ['once', 'participant', 'day', 'month'].map((value) => ({
  value,
  label: text(`grant:per.${value}`),
}));

const comparatorOptions: readonly Option[] = ['atLeast', 'exact'].map((value) => ({
  value,
  label: text(`grant:comparator.${value}`),
}));

export const newIndicator: Dialogue<EngineContext> = dialogue('grant.add-indicator', { version: 1 }, [
  teamOnly('grant.add-indicator', 'grant-lead'),
  choose('activity', activityOptions, 'grant:add.which-activity', { none: 'grant:add.no-activities' }),
  ask('name', LINE, 'grant:add.indicator-name'),
  choose('unit', unitOptions, 'grant:add.indicator-unit'),
  choose('comparator', comparatorOptions, 'grant:add.indicator-comparator'),
  ask('value', wholeNumber({ least: 1, most: 1_000_000_000 }), 'grant:add.indicator-value'),
  choose('per', perOptions, 'grant:add.indicator-per'),
  call(
    'add',
    (talk) => {
      const { draft } = talk;
      const unit: Unit = units.find((each) => each === answer(draft, 'unit')) ?? 'photo';
      const per = (['participant', 'day', 'month'] as const).find((each) => each === answer(draft, 'per'));
      const value = answerNumber(draft, 'value');
      return addIndicator(
        talk.env,
        talk.command('add'),
        argumentOf(talk).project,
        answer(draft, 'activity'),
        {
          name: written(talk.language, answer(draft, 'name')),
          nature: unit === 'percent' ? 'qualitative' : 'quantitative',
          words: written(talk.language, String(value)),
          target: [
            measureOf({
              ...{ value, unit, per: per ?? null },
              comparator: answer(draft, 'comparator') === 'atLeast' ? 'atLeast' : 'exact',
              subject: unit === 'percent' ? 'projectParticipants' : null,
            }),
          ],
        },
      );
    },
    { ok: done('add.indicator-done', 'add-indicator', 'grant.add-indicator') },
  ),
]);
