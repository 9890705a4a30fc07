// What would be judged differently on a day before a draft's own: such a draft is refused, whoever approves it.
import { isDeepStrictEqual } from 'node:util';
import { addDays, type LocalDate } from '../kernel/calendar.ts';
import { inForceOn, type ParameterFile, type RuleSetFile, usedValues } from '../rules/rule-book.ts';

interface Content {
  readonly set: RuleSetFile;
  readonly parameters: ParameterFile;
}

interface Dated {
  readonly from: LocalDate;
  readonly to?: LocalDate;
}

/** @returns JSON pointers into the content, of what holds otherwise on some day before `from` */
export function pastChanges(before: Content, after: Content, from: LocalDate): readonly string[] {
  const names = new Set([...Object.keys(before.parameters), ...Object.keys(after.parameters)]);
  const values = ({ parameters }: Content, name: string) =>
    usedValues(Object.hasOwn(parameters, name) ? parameters[name] : undefined);
  const parameters = [...names].filter((name) => {
    const [unit, other] = [before.parameters[name]?.unit, after.parameters[name]?.unit];
    const differs = differsBefore(values(before, name), values(after, name), from);
    // A parameter that is new, or gone, is as if it never had a value: that only matters where it had one.
    return differs || (unit !== undefined && other !== undefined && unit !== other);
  });
  const versions = differsBefore(before.set.versions, after.set.versions, from) ? ['/set/versions'] : [];
  return [...versions, ...parameters.map((name) => `/parameters/${name}/values`)];
}

/** Whether two lines of dated entries say something else on a day before. It is enough to look where either changes. */
function differsBefore<T extends Dated>(one: readonly T[], other: readonly T[], from: LocalDate): boolean {
  const days = [...one, ...other].flatMap((each) => [
    each.from,
    ...(each.to === undefined ? [] : [addDays(each.to, 1)]),
  ]);
  return days
    .filter((day) => day < from)
    .some((day) => !isDeepStrictEqual(said(inForceOn(one, day)), said(inForceOn(other, day))));
}

/** An entry without its last day: until when it holds is asked day by day. */
function said<T extends Dated>(entry: T | undefined) {
  if (entry === undefined) return null;
  const { to: _, ...rest } = entry;
  return JSON.parse(JSON.stringify(rest)) as unknown;
}
