// Level and directions: the age gate in words, what each level asks for, slogans, forms and providers.
import { localDate } from '../../../../engine/kernel/calendar.ts';
import { chatKey } from '../../../../engine/kernel/chat.ts';
import { type Text, text } from '../../../../engine/kernel/message.ts';
import { personOfChat } from '../../../../engine/people/reach.ts';
import {
  type Direction,
  directionsOf,
  forms,
  levelRefusal,
  levels,
  participationsOf,
  profiles,
  providersFor,
  requirementsOf,
} from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import type { Draft } from '../../../dialogue/session.ts';
import type { Step } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { askAgain, say } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { chooseSeveral } from '../../../dialogue/steps/choose-several.ts';
import { answer, answerList } from '../../../dialogue/talk.ts';
import { freeText } from '../../fields/free-text.ts';
import { requirementTexts } from '../requirements.ts';
import { type BadgeTalk, on, optionsOf } from '../talk.ts';
import { hasLonger, levelIn, mandatoryIn, takes } from './answers.ts';

const WORDS = freeText({ least: 2, most: 200 });

const when = (direction: Direction) => (draft: Draft) => takes(draft, direction);

/** Directions of the chosen level, each with its slogan. */
const directionOptions = ({ draft }: BadgeTalk): readonly Option[] =>
  directionsOf(levelIn(draft)).map((direction) => ({
    value: direction,
    label: text(`badge:direction.${direction}`),
  }));

/** What the level is, what it asks for, and each direction with its slogan; mandatory ones are marked. */
async function levelTexts(talk: BadgeTalk): Promise<readonly Text[]> {
  const level = levelIn(talk.draft);
  const mandatory = await mandatoryIn(talk);
  const day = localDate(talk.now);
  const { rules } = talk.env;
  const months = rules.number('badge', `${level}TermMonths`, day);
  return [
    text('badge:apply.level-term', { level, count: months }),
    ...directionsOf(level).map((direction) =>
      text(`badge:slogan.${direction}`, { mark: mandatory.includes(direction) ? 'yes' : 'no' }),
    ),
    ...requirementTexts(requirementsOf(rules, { level, longer: null }, day), directionsOf(level)),
  ];
}

const providerOptions =
  (direction: 'volunteering' | 'tourism') =>
  async ({ env, draft, now, address, language }: BadgeTalk): Promise<readonly Option[]> => {
    const region = answer(draft, 'region') || (await personOfChat(env, chatKey(address)))?.region;
    const found = await providersFor(env, { direction, on: localDate(now), ...(region && { region }) });
    return found.map((each) => ({ value: each.id, label: text('common:plain', { value: each[language] }) }));
  };

export const levelSteps: readonly Step<EngineContext>[] = [
  choose(
    'level',
    optionsOf(levels, (each) => `badge:level.${each}`),
    'badge:apply.which-level',
  ),
  say('level-open', async (talk: BadgeTalk) => {
    const { env, draft, now, address } = talk;
    const person = await personOfChat(env, chatKey(address));
    const all = person ? await participationsOf(env, person._id) : [];
    const born = person?.birthDate ?? '';
    const closed = levelRefusal(env.rules, levelIn(draft), born, localDate(now), all);
    return closed ? askAgain('level')(closed.reasons) : on;
  }),
  say('level-asks', async (talk: BadgeTalk) => ({ texts: await levelTexts(talk), next: 'on' })),
  chooseSeveral('directions', directionOptions, 'badge:apply.which-directions', {
    chosen: 'badge:apply.chosen',
    none: 'badge:reason.no-directions',
    marked: mandatoryIn,
  }),
  say('all-mandatory', async (talk: BadgeTalk) => {
    const chosen = answerList(talk.draft, 'directions');
    const missing = (await mandatoryIn(talk)).filter((each) => !chosen.includes(each));
    const reasons = missing.map((direction) => ({
      code: 'badge.direction-mandatory',
      params: { direction },
    }));
    return reasons.length > 0 ? askAgain('directions')(reasons) : on;
  }),
];

export const directionSteps: readonly Step<EngineContext>[] = [
  choose(
    'sport-form',
    optionsOf(forms.sport, (each) => `badge:form.${each}`),
    'badge:apply.sport-form',
    {
      when: when('sport'),
    },
  ),
  ask('sport-what', WORDS, 'badge:apply.sport-what', { when: when('sport') }),
  choose(
    'talent-form',
    optionsOf(forms.talent, (each) => `badge:form.${each}`),
    'badge:apply.talent-form',
    {
      when: when('talent'),
    },
  ),
  ask('talent-what', WORDS, 'badge:apply.talent-what', { when: when('talent') }),
  choose(
    'heritage-form',
    optionsOf(forms.heritage, (each) => `badge:form.${each}`),
    'badge:apply.heritage-form',
    {
      when: when('heritage'),
    },
  ),
  ask('heritage-what', WORDS, 'badge:apply.heritage-what', {
    when: (draft) => takes(draft, 'heritage') && draft['heritage-form'] !== 'extra-book',
  }),
  choose('helped-by', providerOptions('volunteering'), 'badge:apply.helped-by', {
    when: when('volunteering'),
    none: 'badge:apply.no-provider',
  }),
  choose('led-by', providerOptions('tourism'), 'badge:apply.led-by', {
    when: when('tourism'),
    none: 'badge:apply.no-provider',
  }),
  ask('work-what', WORDS, 'badge:apply.work-what', { when: when('work') }),
  choose(
    'longer',
    optionsOf(['sport', 'talent'], (each) => `badge:direction.${each}`),
    'badge:apply.which-longer',
    {
      when: hasLonger,
    },
  ),
  choose(
    'profile',
    optionsOf(profiles, (each) => `badge:profile.${each}`),
    'badge:apply.which-profile',
    {
      when: when('sport'),
    },
  ),
];
