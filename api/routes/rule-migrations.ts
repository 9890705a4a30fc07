// Migrations of enrolled people to the rules of another day, for operators: an explicit act, simulated, approved by another hand.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { refuseOthers } from '../../engine/editions/drafts.ts';
import type { Enrolment } from '../../engine/editions/migrations/enrolment.ts';
import * as migrations from '../../engine/editions/migrations/migrate.ts';
import {
  migrationOf,
  migrationStates,
  type RuleMigration,
  ruleMigrations,
} from '../../engine/editions/migrations/store.ts';
import { AppError } from '../../engine/kernel/errors.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { unchanged } from '../conditional.ts';
import { actorOf, commandOf, tagged, unwrap } from './asking.ts';
import { civilDay, closed, id, iso, moment, nullable, word } from './parts.ts';
import { ofSet } from './rule-draft-schema.ts';
import { result } from './rule-simulation-schema.ts';

const step = nullable(Type.Object({ by: Type.String(), at: moment }));
const day = {
  description: 'The day whose rules are to hold for them; null: of the day on which each began.',
};
const migration = Type.Object({
  id: Type.String(),
  set: Type.String(),
  to: nullable(Type.String(day)),
  before: nullable(
    Type.String({ description: 'Moves only whoever is under the rules of an earlier day than this.' }),
  ),
  reason: Type.String(),
  state: word(migrationStates),
  author: Type.String(),
  simulated: nullable(result),
  simulatedAt: nullable(moment),
  submitted: step,
  approved: step,
  carriedOut: step,
  moved: nullable(Type.Integer({ description: 'How many people were moved.' })),
  version: Type.Integer(),
  createdAt: moment,
});
const opening = Type.Object(
  {
    to: nullable(civilDay),
    before: Type.Optional(civilDay),
    reason: Type.String({ minLength: 3, maxLength: 1000 }),
  },
  closed,
);
const tags = ['rules'];
const ofMigration = Type.Object({ ...ofSet.properties, migration: id }, closed);
const listed = {
  ...{
    operationId: 'listRuleMigrations',
    tags,
    summary: 'Migrations of a rule set, newest first (operators)',
  },
  ...{ params: ofSet, response: { 200: Type.Object({ items: Type.Array(migration) }) } },
};
const opened = {
  ...{ operationId: 'openRuleMigration', tags, params: ofSet, body: opening, response: { 201: migration } },
  summary: 'Draft a move of enrolled people to the rules of another day (operators)',
};
const one = {
  ...{ operationId: 'readRuleMigration', tags, summary: 'A migration with what it would do (operators)' },
  ...{ params: ofMigration, response: { 200: migration } },
};
const summaries = {
  simulate: 'Judge everyone whom a migration would move, before and after (operators)',
  submit: 'Ask another operator to approve a migration that was simulated (operators)',
  approve: 'Approve, by If-Match, what another operator submitted (operators)',
  apply: 'Move everyone; undone by another migration (operators)',
  withdraw: 'Put a migration away (operators)',
} as const;
type Verb = keyof typeof summaries;

const stepOf = (verb: Verb) => ({
  ...{ operationId: `${verb}RuleMigration`, tags, summary: summaries[verb] },
  ...{ params: ofMigration, response: { 200: migration } },
});
/** Most migrations that a list shows. */
const MOST = 100;

type OfMigration = FastifyRequest<{ Params: { id: string; migration: string } }>;

export const ruleMigrationRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    async function answer(request: FastifyRequest, reply: FastifyReply, set: string, which: string) {
      refuseOthers(actorOf(request));
      const found = await migrationOf(engine, set, which);
      tagged(reply, found.v);
      return row(found);
    }

    app.get('/rule-sets/:id/migrations', { schema: listed }, async (request) => {
      refuseOthers(actorOf(request));
      const { set } = enrolmentAsked(engine, request.params.id);
      const found = ruleMigrations.on(engine.db).find({ set });
      return {
        items: (await found.sort({ createdAt: -1 }).limit(MOST).lean()).map((each) =>
          row(each as RuleMigration),
        ),
      };
    });

    app.post('/rule-sets/:id/migrations', { schema: opened }, async (request, reply) => {
      const { to, before = null, reason } = request.body;
      refuseOthers(actorOf(request));
      const enrolment = enrolmentAsked(engine, request.params.id);
      const wish = { to, before, reason };
      const which = unwrap(await migrations.openMigration(engine, commandOf(request), enrolment, wish));
      reply.code(201);
      return answer(request, reply, request.params.id, which);
    });

    app.get('/rule-sets/:id/migrations/:migration', { schema: one }, async (request, reply) =>
      answer(request, reply, request.params.id, request.params.migration),
    );

    for (const verb of Object.keys(summaries) as Verb[])
      app.post(
        `/rule-sets/:id/migrations/:migration/${verb}`,
        { schema: stepOf(verb) },
        async (request: OfMigration, reply) => {
          const { id: set, migration: which } = request.params;
          await answer(request, reply, set, which);
          await take(verb, request, enrolmentAsked(engine, set), which);
          return answer(request, reply, set, which);
        },
      );

    async function take(
      verb: Verb,
      request: OfMigration,
      enrolment: Enrolment<EngineContext>,
      which: string,
    ) {
      const command = commandOf(request);
      const found = await migrationOf(engine, enrolment.set, which);
      if (verb === 'approve') unchanged(request, found.v);
      const taken = {
        simulate: () => migrations.tryMigration(engine, command, enrolment, which),
        submit: () => migrations.submitMigration(engine, command, which),
        approve: () => migrations.approveMigration(engine, command, which, found.v),
        apply: () => migrations.applyMigration(engine, command, enrolment, which),
        withdraw: () => migrations.withdrawMigration(engine, command, which),
      };
      unwrap<unknown>(await taken[verb]());
    }
  };

/** @throws AppError `invalid-input` for a set under which nobody is enrolled */
function enrolmentAsked({ programmes }: EngineContext, set: string): Enrolment<EngineContext> {
  const all = programmes.flatMap(({ enrolments = [] }) => enrolments);
  const found = all.find((each) => each.set === set);
  if (found) return found;
  const hint = `name a set that people are enrolled under: ${all.map((each) => each.set).join(', ')}`;
  throw new AppError('invalid-input', `nobody is enrolled under ${set}`, [
    { pointer: '/id', value: set, hint },
  ]);
}

const madeOf = (made: RuleMigration['submitted']) => made && { by: made.by, at: iso(made.at) };

const row = (found: RuleMigration) => ({
  ...{ id: found._id, set: found.set, to: found.to, before: found.before, reason: found.reason },
  ...{ state: found.state, author: found.author, moved: found.moved, version: found.v },
  simulated: found.simulated as Static<typeof result> | null,
  simulatedAt: found.simulatedAt && iso(found.simulatedAt),
  submitted: madeOf(found.submitted),
  approved: madeOf(found.approved),
  carriedOut: madeOf(found.carriedOut),
  createdAt: iso(found.createdAt),
});
