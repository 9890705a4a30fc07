// A lead registers a project: block I of the annex, line by line. What is still blank may be written later.
import { text } from '../../../engine/kernel/message.ts';
import { regionOf } from '../../../engine/kernel/regions.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import {
  blankGeneral,
  type Plan,
  registerProject,
  warningsOfGeneral,
  written,
} from '../../../engine/programmes/grant/programme.ts';
import { type Dialogue, dialogue, type InputStep } from '../../dialogue/step.ts';
import { ask } from '../../dialogue/steps/ask.ts';
import { call } from '../../dialogue/steps/call.ts';
import { choose } from '../../dialogue/steps/choose.ts';
import { review } from '../../dialogue/steps/review.ts';
import { answer } from '../../dialogue/talk.ts';
import { freeText } from '../fields/free-text.ts';
import { regionOptions } from '../fields/regions.ts';
import { menuButton } from '../shared/endings.ts';
import { registeredOnly } from '../shared/register.ts';
import { planDay } from './fields/plan-day.ts';
import { button, type GrantTalk, projectButton } from './grant-talk.ts';

const LINE = freeText({ least: 3, most: 500 });
const LINES = freeText({ least: 5, most: 3000 });
const NUMBER = freeText({ least: 1, most: 60 });

type Question = InputStep<EngineContext>;

export const generalQuestions: readonly Question[] = [
  ask('grantee', LINE, 'grant:register.grantee'),
  ask('direction', LINE, 'grant:register.direction'),
  ask('theme', LINE, 'grant:register.theme'),
  ask('goal', LINE, 'grant:register.goal'),
  choose('territory', regionOptions, 'grant:register.territory'),
  ask('group', LINE, 'grant:register.target-group'),
  ask('from', planDay, 'grant:register.from'),
  ask('to', planDay, 'grant:register.to'),
  ask('results', LINES, 'grant:register.results'),
  ask('partners', LINES, 'grant:register.partners'),
  ask('application', NUMBER, 'grant:register.application', { optional: true }),
  ask('contract', NUMBER, 'grant:register.contract', { optional: true }),
];

export const generalChanges = [
  ...['grantee', 'direction', 'theme', 'goal', 'territory', 'group', 'from', 'to', 'results', 'partners'],
  ...['application', 'contract'],
].map((step) => ({ step, label: `grant:change.${step}` }));

export const register: Dialogue<EngineContext> = dialogue('grant.register', { version: 1 }, [
  registeredOnly('grant.register'),
  ...generalQuestions,
  review('review', 'grant:register.review', reviewParams, {
    button: 'grant:button.register',
    change: generalChanges,
    facts: async (talk) => hintsOn(talk),
  }),
  call('register', (talk) => registerProject(talk.env, talk.command('register'), generalOf(talk)), {
    ok: (id) => ({
      texts: [text('grant:register.done')],
      buttons: [
        [button('import', 'grant.import', id)],
        [button('write-plan', 'grant.write', id)],
        [projectButton(id)],
        [menuButton()],
      ],
      next: 'end',
    }),
  }),
]);

export function reviewParams({ draft }: GrantTalk) {
  const given = (step: string) => answer(draft, step) || '—';
  return {
    ...{
      grantee: given('grantee'),
      direction: given('direction'),
      theme: given('theme'),
      goal: given('goal'),
    },
    ...{ region: answer(draft, 'territory'), group: given('group'), from: given('from'), to: given('to') },
    ...{ results: resultsIn(draft.results).length, count: partnersIn(draft.partners).length },
    ...{ application: given('application'), contract: given('contract') },
  };
}

/** The annex's own rules of writing, before anything is sent: each with what to do. */
export const hintsOn = (talk: GrantTalk) =>
  warningsOfGeneral(generalOf(talk)).map(({ code, params }) => text(`grant:finding.${code}`, params));

export function generalOf({ draft, language }: GrantTalk): Plan['general'] {
  const line = (step: string) => written(language, answer(draft, step));
  const region = regionOf(answer(draft, 'territory'));
  const reference = (step: string) => ({ number: answer(draft, step) || null, date: null });
  return {
    ...blankGeneral(),
    ...{ grantee: line('grantee'), direction: line('direction'), theme: line('theme'), goal: line('goal') },
    territory: region ? { kk: region.kk, ru: region.ru, en: region.en } : null,
    ...{ region: region?.code ?? null, targetGroup: line('group') },
    ...{ from: answer(draft, 'from'), to: answer(draft, 'to') },
    results: resultsIn(draft.results).map((words, at) => ({
      ...{ no: at + 1, words: written(language, words), wants: [], carriedBy: [] },
    })),
    partners: partnersIn(draft.partners).map(({ name, branches }, at) => ({
      ...{ no: at + 1, words: written(language, name), branches },
    })),
    ...{ application: reference('application'), contract: reference('contract') },
  };
}

/** One a line, with or without a number of its own before it. */
const linesIn = (value: unknown): readonly string[] =>
  String(value ?? '')
    .split('\n')
    .map((each) => each.replace(/^\s*\d+[.)]\s*/u, '').trim())
    .filter(Boolean);

const resultsIn = linesIn;

const BRANCHES = /(?<!\d)(\d{1,4})\s?(?:филиал|branch|бөлімше)/iu;

const partnersIn = (value: unknown) =>
  linesIn(value).map((name) => {
    const branches = BRANCHES.exec(name)?.[1];
    return { name, branches: branches === undefined ? null : Math.max(1, Number(branches)) };
  });
