// The longer term at silver and gold: which of sport and talent has it, and whether heritage takes it (§3.2).
import { text } from '../../../../engine/kernel/message.ts';
import {
  isWeekly,
  type Participation,
  requirementsOf,
} from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import type { Draft } from '../../../dialogue/session.ts';
import type { Step } from '../../../dialogue/step.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { type BadgeTalk, optionsOf } from '../talk.ts';

type Schedule = NonNullable<Participation['schedule']>;

/** Which of the two questions a direction raises; bronze knows no longer term. */
export function termQuestions(found: Participation | undefined, direction: string): readonly string[] {
  if (!found || found.level === 'bronze') return [];
  if (direction === 'heritage') return isWeekly(found, 'heritage') ? ['heritage'] : [];
  const taken = found.directions.map((each) => each.direction);
  const areBoth = taken.includes('sport') && taken.includes('talent');
  return areBoth && (direction === 'sport' || direction === 'talent') ? ['longer'] : [];
}

async function heritageTerms(
  { env }: BadgeTalk,
  found: Participation | undefined,
): Promise<readonly Option[]> {
  if (!found) return [];
  const { weeks = 0, longerWeeks = weeks } = requirementsOf(env.rules, found, found.startedOn).heritage ?? {};
  const terms = [
    ['shorter', weeks],
    ['longer', longerWeeks],
  ] as const;
  return terms.map(([value, count]) => ({ value, label: text('badge:schedule.term', { count }) }));
}

/** @param find the participation that is talked about */
export const termSteps = (
  find: (talk: BadgeTalk) => Promise<Participation | undefined>,
): readonly Step<EngineContext>[] => [
  choose(
    'longer',
    optionsOf(['sport', 'talent'], (each) => `badge:direction.${each}`),
    'badge:schedule.which-longer',
  ),
  choose(
    'heritage',
    async (talk: BadgeTalk) => heritageTerms(talk, await find(talk)),
    'badge:schedule.which-heritage',
  ),
];

/** What was chosen of the terms: only that changes. */
export const termsIn = ({
  longer,
  heritage,
}: Draft): Partial<Pick<Schedule, 'longer' | 'heritageLonger'>> => ({
  ...((longer === 'sport' || longer === 'talent') && { longer }),
  ...((heritage === 'shorter' || heritage === 'longer') && { heritageLonger: heritage === 'longer' }),
});
