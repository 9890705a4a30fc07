// Commissions of colleges, regions and the republic: who sits in them, what is still missing, how far they have come. Votes are
// shown as the rules of blindness say, and by nobody's name.
import Type, { type Static } from 'typebox';
import type { Command } from '../../../engine/kernel/actor.ts';
import { type Result, refused } from '../../../engine/kernel/result.ts';
import {
  commissionSeenBy,
  commissionsSeenBy,
  editionOfGroup,
  formStageCommission,
  formWorkingGroup,
  groupKinds,
  inviteToCommission,
  inviteToGroup,
  memberKinds,
  type SeenCommission,
  type WholeCommission,
} from '../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { actorOf, commandOf, unwrap } from '../asking.ts';
import { card } from '../factories/card.ts';
import { list } from '../factories/list.ts';
import { described, type Routes, together } from '../factories/route.ts';
import { closed, idParams, iso, isoOrNull, moment, nullable, visible, word } from '../parts.ts';
import { editionId } from './parts.ts';

const stages = ['college', 'region', 'republic'] as const;
const fields = {
  id: Type.String(),
  edition: Type.String(),
  stage: word(stages),
  at: Type.String({ description: 'Id of the college, code of the region; `all` for the working group.' }),
  members: Type.Integer({ description: 'In office.' }),
  missing: Type.Array(Type.String({ description: 'Codes: why it may not decide yet.' })),
  formedAt: moment,
};
const row = Type.Object(fields);
const member = Type.Object({
  ...{ name: Type.String(), kind: Type.String(), represents: Type.String() },
  ...{ invitedAt: moment, joinedAt: nullable(moment), leftAt: nullable(moment) },
});
const sitting = Type.Object({
  ...{ id: Type.String(), state: word(['open', 'concluded']), openedAt: moment },
  protocols: Type.Array(
    Type.Object({ number: Type.Integer(), at: moment, hash: Type.String({ description: 'SHA-256.' }) }),
  ),
});
const progress = Type.Object({
  ...{ nomination: Type.String(), state: word(['open', 'closed', 'withdrawn']) },
  ...{ entitled: Type.Integer(), finished: Type.Integer({ description: 'Final votes.' }) },
});
const whole = Type.Object({
  ...fields,
  people: Type.Array(member),
  sittings: Type.Array(sitting),
  progress: Type.Array(progress, { description: 'Of the open sitting: how many have voted, never how.' }),
});

const rowOf = ({ commission, edition, stage, at, faults }: SeenCommission) => ({
  ...{ id: commission._id, edition, stage, at, formedAt: iso(commission.formedAt) },
  members: commission.members.filter(({ joinedAt, left }) => joinedAt !== null && left === null).length,
  missing: faults.map(({ code }) => code),
});

const wholeOf = (found: WholeCommission) => ({
  ...rowOf(found),
  people: found.commission.members.map(({ person, kind, represents, invitedAt, joinedAt, left }) => ({
    ...{ name: found.names.get(person) ?? '—', kind, represents, invitedAt: iso(invitedAt) },
    ...{ joinedAt: isoOrNull(joinedAt), leftAt: isoOrNull(left?.at ?? null) },
  })),
  sittings: found.sittings.map(({ _id, state, openedAt, conclusions }) => ({
    ...{ id: _id, state, openedAt: iso(openedAt) },
    protocols: conclusions.map(({ number, at, hash }) => ({ number, at: iso(at), hash })),
  })),
  progress: found.cases.map(({ subject, state, entitled, finished }) => ({
    ...{ nomination: subject, state, entitled, finished },
  })),
});

const tag = 'contest';
const formed = Type.Object(
  { edition: editionId, stage: word(stages), at: Type.String({ pattern: '^[a-z0-9-]{1,20}$' }) },
  closed,
);
const invited = Type.Object(
  {
    kind: Type.String({ maxLength: 20, description: 'Whom the member stands for.' }),
    represents: Type.String({ minLength: 3, maxLength: 200, ...visible }),
    college: Type.Optional(
      nullable(Type.String({ description: 'Whose nominees they do not judge: where they study or work.' })),
    ),
  },
  closed,
);

/** @returns the secret of the link */
async function invitation(
  engine: EngineContext,
  command: Command,
  commission: string,
  { kind, represents, college = null }: Static<typeof invited>,
): Promise<Result<string>> {
  const edition = editionOfGroup(commission);
  const ofGroup = groupKinds.find((each) => each === kind);
  const ofStage = memberKinds.find((each) => each === kind);
  if (edition !== null && ofGroup)
    return inviteToGroup(engine, command, { edition, kind: ofGroup, represents });
  if (edition === null && ofStage)
    return inviteToCommission(engine, command, { commission, kind: ofStage, represents, college });
  return refused('commissions.no-such-kind', { kind });
}

const composing: Routes = (engine) => async (app) => {
  const form = described({
    ...{ operationId: 'formContestCommission', tag },
    summary: 'Form the commission of a college, a region or the republic (whoever acts there)',
  });
  app.post(
    '/commissions',
    { schema: { ...form, body: formed, response: { 201: whole } } },
    async (request, reply) => {
      const { edition, stage, at } = request.body;
      const command = commandOf(request);
      const made =
        stage === 'republic'
          ? await formWorkingGroup(engine, command, edition)
          : await formStageCommission(engine, command, { edition, stage, at });
      const id = unwrap(made);
      reply.code(201).header('location', `${app.prefix}/commissions/${id}`);
      return wholeOf(await commissionSeenBy(engine, actorOf(request), id));
    },
  );

  const invite = described({
    ...{ operationId: 'inviteContestMember', tag },
    summary: 'A one-time link by which a member takes the seat (whoever keeps the papers)',
  });
  const schema = {
    ...{ ...invite, params: idParams, body: invited },
    response: { 201: Type.Object({ link: Type.String() }) },
  };
  app.post('/commissions/:id/invitations', { schema }, async (request, reply) => {
    const { id } = request.params;
    const command = commandOf(request);
    await commissionSeenBy(engine, actorOf(request), id);
    const secret = unwrap(await invitation(engine, command, id, request.body), {
      'commissions.no-such-kind': '/kind',
    });
    reply.code(201).header('cache-control', 'no-store');
    return { link: engine.links.start('staff', secret) };
  });
};

export const commissions = together(
  list({
    ...{ path: '/commissions', operationId: 'listContestCommissions', tag },
    summary: 'Commissions that you may see, in the order in which they were formed',
    ...{ filters: { edition: editionId }, item: row, rows: commissionsSeenBy, show: rowOf },
  }),
  card({
    ...{ path: '/commissions', operationId: 'readContestCommission', tag, item: whole },
    summary: 'One commission with its members, sittings and protocols',
    read: async (engine, request, id) => {
      const found = await commissionSeenBy(engine, actorOf(request), id);
      const version = [found.commission.v, ...found.sittings.map(({ v }) => v)].join('.');
      return { version, shown: wholeOf(found) };
    },
  }),
  composing,
);
