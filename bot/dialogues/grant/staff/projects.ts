// The projects that a member of the grantor's staff sees, and what of them is late.
import { type Button, text } from '../../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import {
  activityIn,
  activityParams,
  lateIn,
  projectsSeenBy,
  standingOf,
  themeParams,
} from '../../../../engine/programmes/grant/programme.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { say } from '../../../dialogue/steps/call.ts';
import { menuButton } from '../../shared/endings.ts';
import { button, type GrantTalk } from '../grant-talk.ts';

/** More would not fit one message; the rest are found over the API. */
const SHOWN = 10;

async function standings(talk: GrantTalk) {
  const { items } = await projectsSeenBy(talk.env, talk.actor, {}, { limit: SHOWN, after: null });
  return Promise.all(items.map((each) => standingOf(talk.env, each)));
}

const openButton = ({ project, plan, progress }: Awaited<ReturnType<typeof standings>>[number]): Button =>
  button('project-of', 'grant.project', project._id, { ...themeParams(plan), percent: progress.percent });

export const projects: Dialogue<EngineContext> = dialogue('grant.projects', { version: 1 }, [
  say('show', async (talk) => {
    const all = await standings(talk);
    return {
      texts: [
        text(all.length > 0 ? 'grant-staff:projects.list' : 'grant-staff:projects.none', {
          count: all.length,
        }),
      ],
      buttons: [...all.map(openButton), menuButton()].map((each) => [each]),
      next: 'end',
    };
  }),
]);

export const late: Dialogue<EngineContext> = dialogue('grant.late', { version: 1 }, [
  say('show', async (talk) => {
    const all = (await standings(talk)).filter((each) => lateIn(each).length > 0);
    const texts = all.flatMap((each) => [
      text('grant-staff:late.project', themeParams(each.plan)),
      ...lateIn(each).flatMap((id) => {
        const found = activityIn(each.progress, id);
        return found
          ? [
              text('grant-staff:late.activity', {
                ...activityParams(found.activity),
                percent: found.percent,
                day: found.activity.to ?? '',
              }),
            ]
          : [];
      }),
    ]);
    return {
      texts: texts.length > 0 ? texts : [text('grant-staff:late.none')],
      buttons: [...all.map(openButton), menuButton()].map((each) => [each]),
      next: 'end',
    };
  }),
]);
