// By what an edition decides, taken from the parameters of its year and the reference data of its first day; what an
// operator sets otherwise takes the place of either. Reported values are never among them.
import { isLocalDate, type LocalDate } from '../../../kernel/calendar.ts';
import { AppError } from '../../../kernel/errors.ts';
import { regionsOn } from '../../../reference/regions.ts';
import type { Bookkeeping } from '../../../store/owned.ts';
import type { EngineContext } from '../../context.ts';
import type { Calendar, Edition } from '../store.ts';
import { texts } from '../store.ts';
import { criteriaOf, electoratesOf } from './standard.ts';

export type Settings = Omit<Edition, keyof Bookkeeping | 'openedBy' | 'openedAt'>;
/** What an operator sets; days may be given one by one. */
export type Overrides = Partial<Omit<Settings, 'calendar'>> & { readonly calendar?: Partial<Calendar> };

export async function settingsOf(
  ctx: EngineContext,
  year: number,
  { calendar = {}, ...overrides }: Overrides = {},
): Promise<Settings> {
  const legalDay = overrides.legalDay ?? `${year}-01-01`;
  const figure = (name: string) => ctx.rules.number('contest', name, legalDay);
  const regions = overrides.regions ?? (await regionsOn(ctx, legalDay)).map(({ code }) => code);
  return {
    ...{ year, legalDay, regions },
    calendar: { ...calendarOf(ctx, year, legalDay), ...calendar },
    seats: { college: figure('nomineesPerCollege'), region: figure('nomineesPerRegion') },
    laureates: null,
    groundDocuments: ctx.rules.boolean('contest', 'groundDocuments', legalDay),
    exclusionYears: figure('laureateExclusionYears'),
    criteria: criteriaOf(ctx.rules, legalDay),
    electorates: electoratesOf(ctx.rules, legalDay),
    packages: packagesOf(ctx, legalDay),
    publicationsTarget: figure('publicationsTarget'),
    ...overrides,
  };
}

function calendarOf(ctx: EngineContext, year: number, on: LocalDate): Calendar {
  const day = (name: string): LocalDate => {
    const date = `${year}-${String(ctx.rules.parameter('contest', name, on))}`;
    if (isLocalDate(date)) return date;
    throw new AppError('configuration', `parameter contest ${name} is no day of ${year}`);
  };
  return {
    announced: day('announcementBegins'),
    internalEnds: day('internalEnds'),
    submissionEnds: day('submissionEnds'),
    regionalEnds: day('regionalEnds'),
    packageEnds: day('packageEnds'),
    republicanBegins: day('republicanBegins'),
    republicanEnds: day('republicanEnds'),
  };
}

/** The Kazakh text of the regulation asks for neither the words nor the JPEG. */
function packagesOf(ctx: EngineContext, on: LocalDate): Settings['packages'] {
  const ruling = ctx.rules.parameter('contest', 'packageTextRuling', on);
  const by = texts.find((each) => each === ruling) ?? 'ru';
  return by === 'ru'
    ? { by, words: ctx.rules.number('contest', 'descriptionWords', on), jpeg: true }
    : { by, words: 0, jpeg: false };
}
