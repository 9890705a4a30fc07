// The events of a grant project: who confirmed attendance, and what its surveys came to. Names are for its team and its grantor.
import Type from 'typebox';
import type { Actor } from '../../../engine/kernel/actor.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import {
  attendeesOf,
  type Gathering,
  gatheringStates,
  gatheringsIn,
  isPresent,
  populations,
  questionnaireStates,
  questionnairesSeenBy,
  refuseStrangers,
  seenProject,
  seesContacts,
} from '../../../engine/programmes/grant/programme.ts';
import { actorOf } from '../asking.ts';
import { described, type Routes } from '../factories/route.ts';
import { civilDay, id, idParams, iso, isoOrNull, moment, nullable, word } from '../parts.ts';

const attendee = Type.Object({
  name: nullable(Type.String({ description: 'For the team and the grantor; null once they were erased.' })),
  at: moment,
  removed: nullable(Type.Object({ at: moment, reason: nullable(Type.String()) })),
});

const gathering = Type.Object({
  ...{ id, activity: id, date: civilDay, state: word(gatheringStates), openedAt: moment },
  present: Type.Integer(),
  evidence: Type.Array(Type.String({ description: 'As which it was sent, the newest last.' })),
  certifiedAt: nullable(moment),
  people: Type.Array(attendee),
});

const questionnaire = Type.Object({
  ...{ id, activity: id, population: word(populations), state: word(questionnaireStates) },
  ...{ openedAt: moment, closedAt: nullable(moment) },
  answers: Type.Integer(),
  minimum: Type.Integer({ description: 'Nothing is shown of fewer answers.' }),
  satisfaction: nullable(
    Type.Object({ satisfied: Type.Integer(), answered: Type.Integer(), percent: Type.Integer() }),
  ),
});

const read = {
  attendance: {
    ...described({
      ...{ operationId: 'readGrantAttendance', tag: 'grant' },
      summary: 'The lists of attendance of a project’s events, in the order in which they were opened',
    }),
    params: idParams,
    response: { 200: Type.Object({ items: Type.Array(gathering) }) },
  },
  surveys: {
    ...described({
      ...{ operationId: 'readGrantSurveys', tag: 'grant' },
      summary: 'The surveys of a project and how satisfied those are who answered, from the minimum on',
    }),
    params: idParams,
    response: { 200: Type.Object({ items: Type.Array(questionnaire) }) },
  },
};

async function attendanceOf(engine: EngineContext, actor: Actor, projectId: string) {
  const project = await seenProject(engine, actor, projectId);
  const seesNames = seesContacts(actor, project);
  const all = await gatheringsIn(engine, projectId);
  return Promise.all(all.map((each) => gatheringShown(engine, each, seesNames)));
}

async function gatheringShown(
  engine: EngineContext,
  { _id, activity, date, state, openedAt, evidence, certifiedAt }: Gathering,
  seesNames: boolean,
) {
  const people = await attendeesOf(engine, _id);
  return {
    ...{ id: _id, activity, date, state, openedAt: iso(openedAt), evidence: [...evidence] },
    certifiedAt: isoOrNull(certifiedAt),
    present: people.filter(isPresent).length,
    people: seesNames
      ? people.map(({ name, at, removed }) => ({
          ...{ name, at: iso(at) },
          removed: removed && { at: iso(removed.at), reason: removed.reason },
        }))
      : [],
  };
}

async function surveysOf(engine: EngineContext, actor: Actor, projectId: string) {
  const all = await questionnairesSeenBy(engine, actor, projectId);
  return all.map(({ questionnaire: { _id, openedAt, closedAt, ...each }, total, minimum, satisfaction }) => ({
    ...{ id: _id, activity: each.activity, population: each.population, state: each.state },
    ...{ openedAt: iso(openedAt), closedAt: isoOrNull(closedAt), answers: total, minimum },
    satisfaction: satisfaction && { ...satisfaction },
  }));
}

export const events: Routes = (engine) => async (app) => {
  for (const [path, schema, itemsOf] of [
    ['attendance', read.attendance, attendanceOf],
    ['surveys', read.surveys, surveysOf],
  ] as const)
    app.get(`/projects/:id/${path}`, { schema: schema as object }, async (request, reply) => {
      const actor = actorOf(request);
      refuseStrangers(actor);
      reply.header('cache-control', 'no-store');
      return { items: await itemsOf(engine, actor, (request.params as { id: string }).id) };
    });
};
