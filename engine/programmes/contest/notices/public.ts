// Who is told of packages and votes: winners and departments of what is to be written until when, the Holding of what came,
// voters of whether their college knows them.
import { naming } from '../../../kernel/about.ts';
import { addDays, instantOf } from '../../../kernel/calendar.ts';
import { type Button, text } from '../../../kernel/message.ts';
import type { Notice } from '../../../notify/notice.ts';
import type { Follow, Notify, TimerHandling } from '../../../parts/part.ts';
import { holdersOf, nameOf } from '../../../people/reach.ts';
import type { EventOf } from '../../../store/event.ts';
import { setTimer } from '../../../store/timers.ts';
import type { EngineContext } from '../../context.ts';
import { isOver } from '../editions/deadlines.ts';
import type { OfNomination } from '../events.ts';
import type { OfPackage } from '../packages/events.ts';
import { openPackage, packageOf } from '../packages/open-package.ts';
import { winnerOf } from '../packages/winner.ts';
import { collegeScope, regionScope } from '../rights.ts';
import { winnerStates } from '../states.ts';
import type { electorAsked } from '../votes/events.ts';

type OfElector = EventOf<typeof electorAsked>['data'];

const button = (label: string, go: string, argument = ''): Button => ({
  label: text(`contest-public:button.${label}`),
  action: { go, argument },
});

/** A winner has a package from the day on which they were named. */
export const begin: Follow<EngineContext, OfNomination> = async (ctx, { data }) => {
  await openPackage(ctx, (await winnerOf(ctx, data.nomination)).nomination);
};

const MORNING = '10:00';

/** Some days before the deadline whoever has not sent it is reminded. */
export const remind: Follow<EngineContext, OfPackage> = async (ctx, { data }) => {
  const { edition } = await winnerOf(ctx, data.nomination);
  const before = ctx.rules.number('contest', 'packageReminderDays', edition.legalDay);
  const dueAt = instantOf(addDays(edition.calendar.packageEnds, -before), MORNING);
  if (dueAt <= ctx.clock.now()) return;
  const key = `contest-package/${data.nomination}`;
  await setTimer(ctx, { key, kind: 'contest.package-soon', dueAt, data: { id: data.nomination } });
};

async function toBoth(ctx: EngineContext, nomination: string, key: string): Promise<readonly Notice[]> {
  const { nomination: winner, edition } = await winnerOf(ctx, nomination);
  if (!winnerStates.includes(winner.state)) return [];
  const day = edition.calendar.packageEnds;
  const own = {
    texts: [text(`contest-public:notice.${key}`, { day })],
    buttons: [[button('package', 'contest.package')]],
  };
  const named = text(`contest-public:notice.${key}-staff`, { day, name: await nameOf(ctx, winner.person) });
  const message = {
    texts: [naming(named, winner.person)],
    buttons: [[button('open-package', 'contest.package-of', nomination)]],
  };
  const department = await holdersOf(ctx, 'education-department', regionScope(winner.region));
  return [
    { to: winner.person, desk: 'participant', message: own },
    ...department.map((to): Notice => ({ to, desk: 'staff', message })),
  ];
}

export const toWrite: Notify<EngineContext, OfPackage> = (ctx, { data }) =>
  toBoth(ctx, data.nomination, 'package-opened');

/** A due date: reminds where the package has not been sent yet. */
export const packageSoon: TimerHandling<EngineContext> = async (ctx, { data }) => {
  const id = String(data.id);
  const { edition } = await winnerOf(ctx, id);
  if (isOver(edition, 'packageEnds', ctx.clock.now()) || (await packageOf(ctx, id))?.sent) return [];
  return toBoth(ctx, id, 'package-soon');
};

/** The Holding has it. */
export const came: Notify<EngineContext, OfPackage> = async (ctx, { data }) => {
  const { person, region, nomination } = data;
  const said = text('contest-public:notice.package-came', { name: await nameOf(ctx, person), code: region });
  const message = {
    texts: [naming(said, person)],
    buttons: [[button('packages', 'contest.packages', nomination)]],
  };
  const holding = await holdersOf(ctx, 'holding', 'all');
  return holding.map((to) => ({ to, desk: 'staff', message }));
};

/** The college's responsible person is asked whether somebody is of the college. */
export const askCollege: Notify<EngineContext, OfElector> = async (ctx, { data }) => {
  const said = text('contest-public:notice.elector-asks', { name: await nameOf(ctx, data.person) });
  const message = { texts: [naming(said, data.person)], buttons: [[button('electors', 'contest.electors')]] };
  const officers = await holdersOf(ctx, 'college-officer', collegeScope(data.college));
  return officers.filter((to) => to !== data.person).map((to) => ({ to, desk: 'staff', message }));
};

const voter =
  (key: string, buttons: readonly Button[]): Notify<EngineContext, OfElector> =>
  async (_ctx, { data, actor }) =>
    // Whom the roster knew was told at once.
    actor === `person:${data.person}`
      ? []
      : [
          {
            to: data.person,
            desk: 'participant',
            message: { texts: [text(`contest-public:notice.${key}`)], buttons: [buttons] },
          },
        ];

export const confirmed = voter('elector-confirmed', [button('vote-for', 'contest.vote')]);
export const refused = voter('elector-refused', [button('elector', 'contest.elector')]);
