// The plan beside the fact: its tasks, an activity with its indicators, the expected results, the social impact.
import { type Button, text } from '../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { activityIn, named, standingOf } from '../../../engine/programmes/grant/programme.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { say } from '../../dialogue/steps/call.ts';
import { menuButton } from '../shared/endings.ts';
import { argumentOf, button, ending, hasTeamRole, projectButton, projectIn } from './grant-talk.ts';
import { activityLine, activityTexts } from './standing-text.ts';

const rowsOf = (...buttons: readonly Button[]) => buttons.map((each) => [each]);

/** Tasks with their activities; a button leads to each activity. */
export const plan: Dialogue<EngineContext> = dialogue('grant.plan', { version: 1 }, [
  say('show', async (talk) => {
    const standing = await standingOf(talk.env, await projectIn(talk));
    const id = standing.project._id;
    const { tasks } = standing.progress;
    return {
      texts: tasks.flatMap((each) => [
        text('grant:task.line', {
          task: each.task.id,
          ...named('task', each.task.title),
          percent: each.percent,
        }),
        ...each.activities.map((activity) => activityLine(standing, activity)),
      ]),
      buttons: [
        ...inRows(
          tasks.flatMap(({ activities }) =>
            activities.map(({ activity, percent }) =>
              button('activity-of', 'grant.activity', `${id} ${activity.id}`, {
                activity: activity.id,
                percent,
              }),
            ),
          ),
        ),
        ...rowsOf(projectButton(id), menuButton()),
      ],
      next: 'end',
    };
  }),
]);

const IN_A_ROW = 3;

const inRows = (buttons: readonly Button[]): Button[][] =>
  Array.from({ length: Math.ceil(buttons.length / IN_A_ROW) }, (_, row) =>
    buttons.slice(row * IN_A_ROW, (row + 1) * IN_A_ROW),
  );

export const activity: Dialogue<EngineContext> = dialogue('grant.activity', { version: 1 }, [
  say('show', async (talk) => {
    const standing = await standingOf(talk.env, await projectIn(talk));
    const { project: id, rest } = argumentOf(talk);
    const found = activityIn(standing.progress, rest);
    if (!found) return ending('reason.no-such-line', { id: rest }, projectButton(id), menuButton());
    const sends = standing.inForce && hasTeamRole(talk, 'grant-lead', 'grant-manager', 'grant-pr');
    return {
      texts: activityTexts(standing, found, talk.now),
      buttons: rowsOf(
        ...(sends ? [button('send-evidence', 'grant.send', `${id} ${rest}`)] : []),
        ...[button('plan', 'grant.plan', id), projectButton(id), menuButton()],
      ),
      next: 'end',
    };
  }),
]);

export const results: Dialogue<EngineContext> = dialogue('grant.results', { version: 1 }, [
  say('show', async (talk) => {
    const standing = await standingOf(talk.env, await projectIn(talk));
    const lines = standing.results.map(({ result, wanted, percent, done }) =>
      text(`grant:result.${done ? 'done' : 'open'}`, {
        ...{
          no: result.no,
          ...named('result', result.words),
          percent,
          activities: result.carriedBy.join(', ') || '—',
        },
        fact: wanted.map(({ want, have }) => `${have}/${want.value}`).join(' · ') || '—',
      }),
    );
    return {
      texts: lines.length > 0 ? lines : [text('grant:result.none')],
      buttons: rowsOf(projectButton(standing.project._id), menuButton()),
      next: 'end',
    };
  }),
]);
