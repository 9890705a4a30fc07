// Trained people hold a certificate of their course: those on the lists that the grantor has accepted, each once a course.

import { certificateIdOf, issueCertificate } from '../../../documents/certificates/issue.ts';
import { type Command, systemActor } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import type { Follow } from '../../../parts/part.ts';
import { people } from '../../../people/store.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { courseCertified, type OfGathering } from '../events.ts';
import { evidenceOf } from '../evidence/cases.ts';
import type { Plan, Task } from '../plan/shape.ts';
import { activityOf } from '../plan/shape.ts';
import { inAll } from '../plan/words.ts';
import { planOf, projectOf } from '../project/cases.ts';
import { refuseOthers } from '../rights.ts';
import { gatheringOf, presentAt } from './gatherings.ts';
import { type Gathering, grantGatherings } from './store.ts';

const KIND = 'grant-events.course';

/** The task that an activity is part of, where its people are trained: it asks for certification or for feedback on the training. */
export function courseOf(plan: Pick<Plan, 'tasks'>, activity: string): Task | null {
  const task = plan.tasks.find(({ activities }) => activities.some(({ id }) => id === activity));
  const measures = task?.activities.flatMap(({ indicators }) => indicators.flatMap(({ target }) => target));
  const trains = measures?.some(({ unit }) => unit === 'procedure' || unit === 'questionnaireExport');
  return task && trains ? task : null;
}

/** One of a person and course, however many of its seminars they were at. */
export const courseCertificate = (project: string, task: string, person: string): string =>
  certificateIdOf(KIND, `${project} ${task} ${person}`);

/** By lead or manager, once the list was accepted. @returns the gathering's id */
export async function certifyCourse(
  ctx: EngineContext,
  command: Command,
  id: string,
): Promise<Result<string>> {
  const { project, activity, evidence } = await gatheringOf(ctx, id);
  const refusal = refuseOthers(command.actor, project, 'grant-lead', 'grant-manager');
  if (refusal) return refusal;
  if (!courseOf(planOf(await projectOf(ctx, project)), activity)) return refused('grant-events.no-course');
  const newest = evidence.at(-1);
  // Accepted in part, nobody knows who of them was there.
  const isAccepted = newest !== undefined && (await evidenceOf(ctx, newest)).state === 'accepted';
  if (!isAccepted) return refused('grant-events.list-not-accepted');
  return change(ctx, grantGatherings, id, command, ({ certifiedAt }) =>
    certifiedAt
      ? refused('common.already-done')
      : ok({
          action: 'course certified',
          set: { certifiedAt: ctx.clock.now() },
          events: [courseCertified({ project, gathering: id })],
          result: id,
        }),
  );
}

/** Idempotent: a certificate is issued once. Whoever has no account is handed none here. */
export const issueCourseCertificates: Follow<EngineContext, OfGathering> = async (ctx, { id, data }) => {
  const gathering = await gatheringOf(ctx, data.gathering);
  for (const { person } of await presentAt(ctx, gathering._id))
    if (person !== null) await certify(ctx, `event/${id}/${person}`, gathering, person);
};

async function certify(
  ctx: EngineContext,
  cause: string,
  gathering: Gathering,
  person: string,
): Promise<void> {
  const { project, activity, date } = gathering;
  const plan = planOf(await projectOf(ctx, project));
  const course = courseOf(plan, activity);
  const holder = await people.on(ctx.db).findById(person, { name: 1, erasure: 1 }).lean();
  if (!course || !holder || holder.erasure) return;
  const command = { id: cause, actor: systemActor };
  await issueCertificate(ctx, command, {
    ...{ kind: KIND, subject: `${project} ${course.id} ${person}` },
    holder: { id: person, name: holder.name },
    facts: [
      { name: 'course', value: inAll(activityOf(plan, activity)?.title ?? {}) },
      { name: 'theme', value: inAll(plan.general.theme ?? {}) },
      { name: 'grantee', value: inAll(plan.general.grantee ?? {}) },
      { name: 'held-on', value: `${date.slice(8)}.${date.slice(5, 7)}.${date.slice(0, 4)}` },
    ],
  });
}
