// How somebody of the staff hears of what waits: absent until a day, in a daily digest, with quiet hours.
import type { LocalTime } from '../../../../engine/kernel/calendar.ts';
import { text } from '../../../../engine/kernel/message.ts';
import { ok, type Result, refused } from '../../../../engine/kernel/result.ts';
import {
  DIGEST_AT,
  noticePreferences,
  preferNotices,
  QUIET,
} from '../../../../engine/people/notice-preferences.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { awayUntil, comeBack, goAway } from '../../../../engine/reviews/absence/use-cases.ts';
import { chooseDigest } from '../../../../engine/reviews/digest/choose.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { type AskSettings, ask, type Field } from '../../../dialogue/steps/ask.ts';
import { askAgain, call, say } from '../../../dialogue/steps/call.ts';
import { answer } from '../../../dialogue/talk.ts';
import { civilDate } from '../../fields/civil-date.ts';
import { timeOfDay } from '../../fields/time-of-day.ts';
import { menuButton } from '../endings.ts';
import { button, ending, type StaffTalk } from './shell.ts';

const OFF = 'off';

/** A time of day, or none: the offered ones as buttons. */
const timeOrOff = (none: string, ...times: readonly LocalTime[]): Field<unknown> => ({
  parse: (typed, talk) => (typed === OFF ? { value: OFF } : timeOfDay.parse(typed, talk)),
  offers: () => [
    ...times.map((time) => ({ value: time, label: text('reviews:own.time', { time }) })),
    { value: OFF, label: text(`reviews:button.${none}`) },
  ],
});

const show: Dialogue<EngineContext> = dialogue('staff.notices', { version: 1 }, [
  say('show', async (talk) => {
    const until = await awayUntil(talk.env, talk.actor.id);
    const { digestAt, quiet } = await noticePreferences(talk.env, talk.actor.id);
    return {
      texts: [
        until ? text('reviews:own.away', { until: until.toISOString() }) : text('reviews:own.here'),
        digestAt ? text('reviews:own.digest', { at: digestAt }) : text('reviews:own.each'),
        quiet ? text('reviews:own.quiet', { ...quiet }) : text('reviews:own.any-hour'),
      ],
      buttons: [
        [until ? button('back', 'staff.back') : button('away', 'staff.away')],
        [button('digest', 'staff.digest'), button('quiet', 'staff.quiet')],
        [menuButton()],
      ],
      next: 'end',
    };
  }),
]);

const away: Dialogue<EngineContext> = dialogue('staff.away', { version: 1 }, [
  ask('until', civilDate('future'), 'reviews:away.ask'),
  call('note', (talk) => goAway(talk.env, talk.command('note'), answer(talk.draft, 'until')), {
    ok: (until) => ending('away.done', { until }, button('back', 'staff.back'), menuButton()),
    refused: askAgain('until'),
  }),
]);

const back: Dialogue<EngineContext> = dialogue('staff.back', { version: 1 }, [
  call('note', (talk) => comeBack(talk.env, talk.command('note')), {
    ok: () => ending('away.back', undefined, button('open-oldest', 'staff.next'), menuButton()),
  }),
]);

const digest: Dialogue<EngineContext> = dialogue('staff.digest', { version: 1 }, [
  ask('at', timeOrOff('each', DIGEST_AT, '18:00'), 'reviews:own.ask-digest'),
  call('note', (talk) => kept(talk, () => chooseDigest(talk.env, talk.actor.id, timeIn(talk, 'at'))), {
    ok: (_, talk) => {
      const at = timeIn(talk, 'at');
      return at ? ending('own.digest', { at }, menuButton()) : ending('own.each', undefined, menuButton());
    },
  }),
]);

const isQuiet: AskSettings<unknown> = { when: (draft) => draft.from !== OFF };

const quiet: Dialogue<EngineContext> = dialogue('staff.quiet', { version: 1 }, [
  ask('from', timeOrOff('any-hour', QUIET.from), 'reviews:own.ask-quiet-from'),
  ask('to', timeOrOff('any-hour', QUIET.to), 'reviews:own.ask-quiet-to', isQuiet),
  call('note', (talk) => kept(talk, () => preferNotices(talk.env, talk.actor.id, { quiet: quietIn(talk) })), {
    ok: (_, talk) => {
      const chosen = quietIn(talk);
      return chosen
        ? ending('own.quiet', { ...chosen }, menuButton())
        : ending('own.any-hour', undefined, menuButton());
    },
  }),
]);

function timeIn(talk: StaffTalk, step: string): LocalTime | null {
  const given = answer(talk.draft, step);
  return given === OFF || given === '' ? null : given;
}

function quietIn(talk: StaffTalk) {
  const from = timeIn(talk, 'from');
  const to = timeIn(talk, 'to');
  return from && to && from !== to ? { from, to } : null;
}

/** For the staff alone: nobody else has notices that may wait. */
async function kept({ actor }: StaffTalk, keep: () => Promise<void>): Promise<Result<null>> {
  if (actor.grants.length === 0) return refused('common.not-allowed');
  await keep();
  return ok(null);
}

export const ownNotices: readonly Dialogue<EngineContext>[] = [show, away, back, digest, quiet];
