// Somebody without an account confirms that they were there: on a page behind a one-time link that the team hands to them.
import type { Command } from '../../../kernel/actor.ts';
import { text } from '../../../kernel/message.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { OutsideWord } from '../../../parts/outside-word.ts';
import { openSecureForm } from '../../../people/secure-forms.ts';
import type { EngineContext } from '../../context.ts';
import { planOf, projectOf } from '../project/cases.ts';
import { refuseOthers } from '../rights.ts';
import { activityNamed, themeParams } from '../views/names.ts';
import { confirmRefusal, putOnList } from './confirm.ts';
import { findGathering, gatheringOf } from './gatherings.ts';

const ID = 'grant.attendance';

/** By lead or manager. @returns the page's address: good for one person, once */
export async function attendancePage(
  ctx: EngineContext,
  { actor }: Pick<Command, 'actor'>,
  gathering: string,
): Promise<Result<string>> {
  const found = await gatheringOf(ctx, gathering);
  const refusal = refuseOthers(actor, found.project, 'grant-lead', 'grant-manager');
  if (refusal) return refusal;
  const closed = confirmRefusal(ctx, found);
  if (closed) return closed;
  const about = { word: ID, subject: gathering };
  return ok(ctx.links.form(await openSecureForm(ctx, { kind: 'outside-form', person: actor.id, about })));
}

export const attendanceWord: OutsideWord<EngineContext> = {
  id: ID,
  async show(ctx, id) {
    const found = await findGathering(ctx, id);
    if (!found || confirmRefusal(ctx, found)) return null;
    const plan = planOf(await projectOf(ctx, found.project));
    const params = { ...themeParams(plan), ...activityNamed(plan, found.activity), date: found.date };
    return [text('grant-events:outside.asked', params), text('grant-events:outside.seen-by')];
  },
  // The command is the link's: it puts one person on the list, however often it is sent.
  answer: async (ctx, command, id, { confirmed, name, post }) =>
    confirmed
      ? putOnList(ctx, command, id, { who: command.id, person: null, name: name.trim(), post: post.trim() })
      : ok(null),
};
