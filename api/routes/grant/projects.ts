// Grant projects: the list, one with its plan beside the fact, and to whom it is assigned.
import Type, { type Static } from 'typebox';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { nameOf } from '../../../engine/people/reach.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import {
  assignManager,
  balanceOf,
  type GrantProject,
  lateIn,
  type ProjectStanding,
  planOf,
  projectsSeenBy,
  refuseStrangers,
  seenProject,
  seesContacts,
  standingOf,
  verdictOf,
  versionInForce,
  wordsIn,
} from '../../../engine/programmes/grant/programme.ts';
import { actorOf } from '../asking.ts';
import { card } from '../factories/card.ts';
import { decision } from '../factories/decision.ts';
import { exported, list } from '../factories/list.ts';
import { together } from '../factories/route.ts';
import { closed, id, iso, isoOrNull, search } from '../parts.ts';
import { projectCard, projectRow } from './schemas.ts';

const filters = { q: Type.Optional(search) };

const rows = {
  path: '/projects',
  filters,
  rows: (
    engine: EngineContext,
    actor: Actor,
    wanted: { readonly q?: string },
    page: Parameters<typeof projectsSeenBy>[3],
  ) => {
    refuseStrangers(actor);
    return projectsSeenBy(engine, actor, wanted, page);
  },
};

function rowOf(project: GrantProject): Static<typeof projectRow> {
  const { general } = planOf(project);
  return {
    ...{
      id: project._id,
      theme: general.theme,
      grantee: general.grantee,
      from: general.from,
      to: general.to,
    },
    ...{ lead: project.lead, manager: project.manager, versions: project.versions.length },
    inForce: versionInForce(project)?.no ?? null,
    createdAt: iso(project.createdAt),
  };
}

async function cardOf(
  engine: EngineContext,
  actor: Actor,
  standing: ProjectStanding,
): Promise<Static<typeof projectCard>> {
  const { project, plan, progress, results, impact } = standing;
  const { outcome } = await verdictOf(engine, standing);
  return {
    ...rowOf(project),
    ...{ percent: progress.percent, late: [...lateIn(standing)], termsMet: outcome === 'met' },
    tasks: tasksOf(standing),
    results: results.map(({ result, percent, done }) => ({
      ...{ no: result.no, words: result.words, percent, done, carriedBy: result.carriedBy },
    })),
    impact: impact.map((each) => ({ ...each })),
    money: project.money && balanceOf(project.money),
    team: teamOf(actor, project, plan),
    history: await Promise.all(
      project.versions.map(async ({ no, state, hash, sentAt, inForceAt, signatures }) => ({
        ...{ no, state, hash, sentAt: iso(sentAt), inForceAt: isoOrNull(inForceAt) },
        signatures: await Promise.all(
          signatures.map(async ({ as, by, acting, at }) => ({
            ...{ as, acting, at: iso(at), by: { id: by, name: await nameOf(engine, by) } },
          })),
        ),
      })),
    ),
  };
}

const tasksOf = ({ progress, states }: ProjectStanding) =>
  progress.tasks.map(({ task, percent, done, activities }) => ({
    ...{ id: task.id, section: task.section, title: task.title, percent, done },
    activities: activities.map(({ activity, ...each }) => ({
      ...{ id: activity.id, title: activity.title, place: activity.place ?? activity.channel },
      ...{ from: activity.from, to: activity.to, state: states.get(activity.id) ?? ('upcoming' as const) },
      ...{ percent: each.percent, done: each.done },
      indicators: each.indicators.map(({ indicator, parts, ...standing }) => ({
        ...{ id: indicator.id, name: indicator.name, plan: indicator.words },
        ...{ percent: standing.percent, done: standing.done },
        parts: parts.map(({ measure, have, need, missing, gaps }) => ({
          ...{
            unit: measure.unit,
            value: measure.value,
            per: measure.per,
            have,
            need,
            missing,
            gaps: [...gaps],
          },
        })),
      })),
    })),
  }));

function teamOf(actor: Actor, project: GrantProject, plan: ProjectStanding['plan']) {
  const contacts = seesContacts(actor, project) ? project.contacts : [];
  return plan.team.members.map(({ id: member, employment, position, duties, share }) => {
    const who = contacts.find((each) => each.member === member);
    return { employment, position, duties, share, name: who?.name ?? null, contact: who?.contact ?? null };
  });
}

export const projects = together(
  list({
    ...rows,
    ...{ operationId: 'listGrantProjects', tag: 'grant', item: projectRow, show: rowOf },
    summary: 'Grant projects that you may see, the newest first',
  }),
  exported({
    ...rows,
    ...{ operationId: 'exportGrantProjects', tag: 'grant', summary: 'The same as a file' },
    table: {
      name: 'grant-projects',
      columns: [
        { title: 'grant:export.id', of: ({ _id }) => _id },
        {
          title: 'grant:export.theme',
          of: (project, language) => wordsIn(planOf(project).general.theme ?? {}, language),
        },
        { title: 'grant:export.from', of: (project) => planOf(project).general.from },
        { title: 'grant:export.to', of: (project) => planOf(project).general.to },
        { title: 'grant:export.version', of: (project) => versionInForce(project)?.no ?? null },
      ],
    },
  }),
  card({
    path: '/projects',
    ...{ operationId: 'readGrantProject', tag: 'grant', item: projectCard, secret: true },
    summary: 'A grant project: its plan beside the fact, results, impact, money and agreement',
    read: async (engine, request, projectId) => {
      const actor = actorOf(request);
      refuseStrangers(actor);
      const project = await seenProject(engine, actor, projectId);
      return { version: project.v, shown: await cardOf(engine, actor, await standingOf(engine, project)) };
    },
  }),
  decision({
    ...{ path: '/projects', verb: 'manager', operationId: 'assignGrantManager', tag: 'grant' },
    summary: 'Assign a project to a chief manager (director of the department, operators)',
    body: Type.Object({ manager: id }, closed),
    answer: Type.Object({ id, manager: id }),
    see: async (engine, actor, projectId) => {
      refuseStrangers(actor);
      return (await seenProject(engine, actor, projectId)).v;
    },
    decide: (engine, command, project, { manager }) => assignManager(engine, command, { project, manager }),
    show: async (_engine, _actor, projectId, { manager }) => ({ id: projectId, manager }),
  }),
);
