// Evidence of grant projects, for the manager who accepts or returns it.
import Type, { type Static } from 'typebox';
import {
  decideEvidence,
  evidenceSeenBy,
  evidenceStates,
  evidenceVersion,
  type GrantEvidence,
  seenEvidence,
} from '../../../engine/programmes/grant/programme.ts';
import { plainText } from '../../../locales/texts.ts';
import { decision } from '../factories/decision.ts';
import { exported, list } from '../factories/list.ts';
import { together } from '../factories/route.ts';
import { closed, id, iso, isoOrNull, reason, word } from '../parts.ts';
import { evidenceRow } from './schemas.ts';

const rows = {
  path: '/evidence',
  filters: { project: Type.Optional(id), state: Type.Optional(word(evidenceStates)) },
  rows: evidenceSeenBy,
};

const acceptedOf = ({ decision: decided }: GrantEvidence): number | null =>
  decided?.people ?? decided?.quantity ?? null;

const rowOf = (evidence: GrantEvidence): Static<typeof evidenceRow> => ({
  ...{ id: evidence._id, project: evidence.project, activity: evidence.activity },
  ...{ unit: evidence.unit, kind: evidence.kind, files: evidence.media.length, link: evidence.link },
  indicators: [...new Set(evidence.serves.map(({ indicator }) => indicator))],
  ...{ quantity: evidence.quantity, people: evidence.people, answered: evidence.of },
  ...{ date: evidence.date, place: evidence.place, state: evidence.state, sentAt: iso(evidence.sentAt) },
  accepted: acceptedOf(evidence),
  comment: evidence.decision?.comment ?? null,
  decidedAt: isoOrNull(evidence.decision?.at ?? null),
});

const answer = Type.Union([
  Type.Object({ accept: Type.Literal(true), amount: Type.Optional(Type.Integer({ minimum: 1 })) }, closed),
  Type.Object({ accept: Type.Literal(false), comment: reason }, closed),
]);

export const evidence = together(
  list({
    ...rows,
    ...{ operationId: 'listGrantEvidence', tag: 'grant', item: evidenceRow, show: rowOf },
    summary: 'Evidence of the projects that you may see, the newest first',
  }),
  exported({
    ...rows,
    ...{ operationId: 'exportGrantEvidence', tag: 'grant', summary: 'The same as a file' },
    table: {
      name: 'grant-evidence',
      columns: [
        { title: 'grant:export.id', of: ({ _id }) => _id },
        { title: 'grant:export.project', of: ({ project }) => project },
        { title: 'grant:export.indicators', of: (each) => rowOf(each).indicators.join(', ') },
        { title: 'grant:export.quantity', of: ({ people, quantity }) => people ?? quantity },
        { title: 'grant:export.accepted', of: (each) => acceptedOf(each) ?? null },
        { title: 'grant:export.date', of: ({ date }) => date },
        { title: 'grant:export.link', of: ({ link }) => link?.url ?? null },
        {
          title: 'grant:export.state',
          of: ({ state }, language) => plainText({ key: `grant:evidence-state.${state}` }, language),
        },
      ],
    },
  }),
  decision({
    ...{ path: '/evidence', operationId: 'decideGrantEvidence', tag: 'grant' },
    summary: 'Accept a piece of evidence, a part of it, or return it (the project’s chief manager)',
    body: answer,
    answer: Type.Object({ id, state: word(evidenceStates) }),
    see: async (engine, actor, evidenceId) => evidenceVersion(await seenEvidence(engine, actor, evidenceId)),
    decide: (engine, command, evidenceId, body) =>
      decideEvidence(engine, command, { evidence: evidenceId, ...body }),
    show: async (engine, actor, evidenceId) => ({
      id: evidenceId,
      state: (await seenEvidence(engine, actor, evidenceId)).state,
    }),
  }),
);
