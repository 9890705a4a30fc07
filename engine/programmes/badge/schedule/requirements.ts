// What a level asks for in each direction, in figures: for the words in which it is offered. The verdict is the rules' alone.
import type { LocalDate } from '../../../kernel/calendar.ts';
import type { RuleBook } from '../../../rules/rule-book.ts';
import type { Direction, Level } from '../states.ts';

export interface Requirement {
  readonly weeks?: number;
  /** The longer of the two terms, where heritage has two. */
  readonly longerWeeks?: number;
  readonly books?: number;
  readonly kazakhBooks?: number;
  readonly sections?: number;
  readonly days?: number;
}

type Months = 'Three' | 'Six' | 'Nine' | 'Twelve';

const volunteering: Readonly<Record<Level, Months>> = { bronze: 'Three', silver: 'Six', gold: 'Twelve' };

/** @param longer which of sport and talent has the longer term; null where nobody chose */
export function requirementsOf(
  rules: RuleBook,
  { level, longer }: { readonly level: Level; readonly longer: 'sport' | 'talent' | null },
  on: LocalDate,
): Readonly<Partial<Record<Direction, Requirement>>> {
  const figure = (name: string) => rules.number('badge', name, on);
  const weeks = (months: Months) => figure(`weeks${months}Months`);
  const shared = (direction: 'Sport' | 'Talent') =>
    level === 'bronze'
      ? weeks('Three')
      : rules.tableNumber('badge', `${level}${direction}Weeks`, on, longer ?? 'either');
  const heritage = (term: 'shorter' | 'longer') =>
    level === 'bronze' ? weeks('Three') : rules.tableNumber('badge', `${level}HeritageWeeks`, on, term);
  return {
    sport: { weeks: shared('Sport') },
    talent: { weeks: shared('Talent') },
    reading: {
      books: figure(`${level}Books`),
      kazakhBooks: figure(`${level}KazakhBooks`),
      sections: figure('readingSections'),
    },
    heritage: { weeks: heritage('shorter'), longerWeeks: heritage('longer') },
    volunteering: { weeks: weeks(volunteering[level]) },
    tourism: { days: figure(`${level}TripDays`) },
    ...(level === 'gold' && { work: { days: figure('goldWorkDays') } }),
  };
}
