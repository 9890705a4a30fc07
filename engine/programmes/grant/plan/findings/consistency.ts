// Whether the blocks agree with each other. Whatever does not is a warning: the contract's sides decide.
import type { Measure } from '../measure.ts';
import { activitiesOf, type ImpactLine, indicatorsOf, type Plan } from '../shape.ts';
import { type Finding, fault, warning } from './finding.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const measuresOf = (plan: Plan): readonly Measure[] => indicatorsOf(plan).flatMap(({ target }) => target);

export const staffOf = ({ team }: Plan): number =>
  team.members.filter(({ employment }) => employment === 'staff').length;

/** Under a civil-law contract, and those whose résumés the plan counts: none of them is an employee. */
export const specialistsOf = (plan: Plan): number =>
  plan.team.members.filter(({ employment }) => employment === 'contract').length +
  sum(measuresOf(plan).flatMap(({ unit, value }) => (unit === 'cv' ? [value] : [])));

/** A named partner with branches is as many partners as it has branches. */
export const partnersOf = ({ general }: Plan): number =>
  sum(general.partners.map(({ branches }) => branches ?? 1));

/**
 * People whom the plan's activities count. A group that is named is counted once, however many activities it comes to; so is
 * a number that repeats the group's: the seven who are chosen are the seven who are taught.
 */
export function beneficiariesOf(plan: Plan): number {
  const people = measuresOf(plan).filter(({ unit }) => unit === 'person');
  const groups = new Map<string, number>();
  for (const { subject, value } of people)
    if (subject !== null) groups.set(subject, Math.max(groups.get(subject) ?? 0, value));
  const others = people.filter(
    ({ subject, value }) => subject === null && ![...groups.values()].includes(value),
  );
  return sum([...groups.values(), ...others.map(({ value }) => value)]);
}

const viewsOf = (plan: Plan): number =>
  Math.max(0, ...measuresOf(plan).flatMap(({ unit, value }) => (unit === 'view' ? [value] : [])));

const counted: readonly (readonly [ImpactLine, (plan: Plan) => number])[] = [
  ['direct', beneficiariesOf],
  ['indirect', viewsOf],
  ['employees', staffOf],
  ['specialists', specialistsOf],
  ['partners', partnersOf],
];

export function consistencyFindings(plan: Plan): readonly Finding[] {
  return [...impactFindings(plan), ...resultFindings(plan)];
}

const impactFindings = (plan: Plan): readonly Finding[] =>
  plan.impact.flatMap(({ line, value }, at) => {
    const pointer = `/impact/${at}/value`;
    if (value === null) return [fault('impact-empty', pointer, { line })];
    const count = counted.find(([each]) => each === line)?.[1](plan);
    return count === undefined || count === value
      ? []
      : [warning(`differs.${line}`, pointer, { planned: value, counted: count })];
  });

function resultFindings(plan: Plan): readonly Finding[] {
  const known = new Set(activitiesOf(plan).map(({ id }) => id));
  return plan.general.results.flatMap(({ no, carriedBy }, at) =>
    carriedBy.some((id) => known.has(id))
      ? []
      : [warning('result-uncarried', `/general/results/${at}/carriedBy`, { no })],
  );
}
