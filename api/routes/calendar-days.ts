// The calendar of working days: what is not as the week has it, and whether somebody has confirmed the year.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { localDate } from '../../engine/kernel/calendar.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { calendarDays } from '../../engine/reference/calendar/days.ts';
import { confirmYear, yearOf } from '../../engine/reference/calendar/years.ts';
import { entriesOf } from '../../engine/reference/entries.ts';
import { plainText } from '../../locales/texts.ts';
import { entryShown, referenceRoutes } from '../reference.ts';
import { commandOf, languageOf, unwrap } from './asking.ts';
import { closed, iso, moment, nullable } from './parts.ts';

const year = Type.Integer({ minimum: 2020, maximum: 2100 });

const confirmation = Type.Object({ source: Type.String(), at: moment });

const calendar = Type.Object({
  year: Type.Integer(),
  confirmed: nullable(confirmation),
  warning: nullable(
    Type.String({ description: 'Where nobody has confirmed the year: due dates may be wrong.' }),
  ),
  items: Type.Array(Type.Object(calendarDays.given)),
});

const list = {
  operationId: 'listCalendarDays',
  tags: ['reference'],
  summary: 'The days of a year that are not as the week has them; this year where none is named',
  querystring: Type.Object({ year: Type.Optional(year) }, closed),
  response: { 200: calendar },
};

const confirm = {
  operationId: 'confirmCalendarYear',
  tags: ['reference'],
  summary: 'Confirm the working days of a year, naming the document that they were compared with (operators)',
  params: Type.Object({ year }, closed),
  body: Type.Object({ source: Type.String({ minLength: 3, maxLength: 300, pattern: '\\S' }) }, closed),
  response: { 200: calendar },
};

export const calendarRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    const answer = async (wanted: number, language: ReturnType<typeof languageOf>) => {
      const { confirmed } = await yearOf(engine, wanted);
      const days = await entriesOf(engine, calendarDays, { prefix: `${wanted}-` });
      const warning = plainText(
        { key: 'common:notice.calendar-unconfirmed', params: { year: String(wanted) } },
        language,
      );
      return {
        year: wanted,
        confirmed: confirmed && { source: confirmed.source, at: iso(confirmed.at) },
        warning: confirmed ? null : warning,
        items: days.map(entryShown) as never,
      };
    };
    app.get('/calendar-days', { schema: list }, async (request) => {
      const today = localDate(engine.clock.now());
      return answer(request.query.year ?? Number(today.slice(0, 4)), languageOf(request));
    });
    app.post('/calendar-years/:year/confirm', { schema: confirm }, async (request) => {
      const { year: wanted } = request.params;
      unwrap(await confirmYear(engine, commandOf(request), wanted, request.body.source));
      return answer(wanted, languageOf(request));
    });
    const words = { one: 'CalendarDay', many: 'CalendarDays', title: 'Working days', ownList: true };
    await app.register(referenceRoutes(engine, calendarDays, words));
  };
