// Which levels are open to somebody: by their age on the day of application, and by what they hold already (§3.2, §4.3).
import type { LocalDate } from '../../../kernel/calendar.ts';
import { type Refused, refused } from '../../../kernel/result.ts';
import { ageOn } from '../../../people/age.ts';
import type { RuleBook } from '../../../rules/rule-book.ts';
import { type Level, levels, underWayStates } from '../states.ts';
import type { Participation } from '../store.ts';

type Held = Pick<Participation, 'level' | 'state'>;

export const minAgeOf = (rules: RuleBook, level: Level, on: LocalDate): number =>
  rules.number('badge', `${level}MinAge`, on);

/** Those of the right age; what is held or under way already is left out. */
export function openLevels(
  rules: RuleBook,
  birthDate: LocalDate,
  on: LocalDate,
  all: readonly Held[],
): readonly Level[] {
  const age = ageOn(birthDate, on);
  const within =
    age >= rules.number('badge', 'applicantMinAge', on) &&
    age <= rules.number('badge', 'applicantMaxAge', on);
  const blocked = (level: Level) =>
    all.some((each) => each.level === level && !mayApplyAgain(each)) || age < minAgeOf(rules, level, on);
  return within ? levels.filter((level) => !blocked(level)) : [];
}

const mayApplyAgain = ({ state }: Held): boolean => ['refused', 'withdrawn', 'expired'].includes(state);

/** Why this level is closed to them, with the levels that are open; null where it is open. */
export function levelRefusal(
  rules: RuleBook,
  level: Level,
  birthDate: LocalDate,
  on: LocalDate,
  all: readonly Held[],
): Refused | null {
  const age = ageOn(birthDate, on);
  const least = rules.number('badge', 'applicantMinAge', on);
  const most = rules.number('badge', 'applicantMaxAge', on);
  if (age < least) return refused('badge.too-young', { age, least });
  if (age > most) return refused('badge.too-old', { age, most });
  const open = openLevels(rules, birthDate, on, all);
  if (open.includes(level)) return wouldBeSecond(rules, level, on, all);
  const held = all.find((each) => each.level === level && !mayApplyAgain(each));
  if (held) return refused(held.state === 'awarded' ? 'badge.level-held' : 'badge.level-begun', { level });
  return refused('badge.level-closed', {
    ...{ level, age, from: minAgeOf(rules, level, on) },
    ...openParams(open),
  });
}

/** `open` is how many there are; `o1` … `o3` name them. */
export const openParams = (open: readonly Level[]) => ({
  open: open.length,
  ...Object.fromEntries(open.map((level, index) => [`o${index + 1}`, level])),
});

/** So many levels may be under way at once. */
function wouldBeSecond(rules: RuleBook, level: Level, on: LocalDate, all: readonly Held[]): Refused | null {
  const others = all.filter((each) => each.level !== level && underWayStates.includes(each.state));
  const [first] = others;
  if (!first || others.length < rules.number('badge', 'levelsAtOnce', on)) return null;
  return refused('badge.other-level-under-way', { level: first.level });
}
