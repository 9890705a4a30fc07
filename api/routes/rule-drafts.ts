// Drafts of rules from opening to publication, for operators. What a route does not say, the use-cases do: who may, and when.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { approveDraft, returnDraft, submitDraft } from '../../engine/editions/approval.ts';
import { type DraftContent, read } from '../../engine/editions/draft-content.ts';
import { editDraft, openDraft, withdrawDraft } from '../../engine/editions/drafts.ts';
import { publishDraft } from '../../engine/editions/publish.ts';
import { rollBack } from '../../engine/editions/rollback.ts';
import { draftSeenBy, draftsSeenBy } from '../../engine/editions/see.ts';
import { draftStates, type RuleDraft } from '../../engine/editions/store.ts';
import type { Command } from '../../engine/kernel/actor.ts';
import { AppError } from '../../engine/kernel/errors.ts';
import type { Result } from '../../engine/kernel/result.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { unchanged } from '../conditional.ts';
import { merged, touchedBy } from '../merge-patch.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../pagination.ts';
import { actorOf, commandOf, refuseOtherVersion, tagged, unwrap } from './asking.ts';
import { closed, iso, word } from './parts.ts';
import { draft, draftRow, edit, ofDraft, ofSet, opening, rollback } from './rule-draft-schema.ts';

const tags = ['rules'];
const listed = {
  ...{ operationId: 'listRuleDrafts', tags, summary: 'Drafts of a rule set, newest first (operators)' },
  params: ofSet,
  querystring: Type.Object({ ...pageQuery, state: Type.Optional(word(draftStates)) }, closed),
  response: { 200: pageSchema(draftRow) },
};
const opened = {
  ...{ operationId: 'openRuleDraft', tags, summary: 'Draft a change of a rule set (operators)' },
  ...{ params: ofSet, body: opening, response: { 201: draft } },
};
const one = {
  ...{ operationId: 'readRuleDraft', tags, summary: 'A draft with its content (operators)' },
  ...{ params: ofDraft, response: { 200: draft } },
};
const edited = {
  ...{ operationId: 'editRuleDraft', tags },
  summary:
    'Change a draft as it was read, by If-Match; takes back what was submitted or approved (operators)',
  ...{ params: ofDraft, body: edit, response: { 200: draft } },
};
const rolledBack = {
  ...{ operationId: 'rollBackRules', tags },
  summary: 'Draft what an earlier edition said, to hold again from a day (operators)',
  ...{ params: ofSet, body: rollback, response: { 201: draft } },
};
const step = (operationId: string, summary: string) => ({
  ...{ operationId, tags, summary, params: ofDraft, response: { 200: draft } },
});

type OfDraft = FastifyRequest<{ Params: { id: string; draft: string } }>;

export const ruleDraftRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    const found = (request: FastifyRequest, set: string, which: string) =>
      draftSeenBy(engine, actorOf(request), set, which);

    async function answer(request: FastifyRequest, reply: FastifyReply, set: string, which: string) {
      const now = await found(request, set, which);
      tagged(reply, now.v);
      return draftOf(now);
    }

    app.get('/rule-sets/:id/drafts', { schema: listed }, async (request) => {
      const { limit, cursor, ...wanted } = request.query;
      const search = { set: request.params.id, ...wanted };
      const page = await draftsSeenBy(engine, actorOf(request), search, pageRequest({ limit, cursor }));
      return pageAnswer(page, rowOf);
    });

    app.post('/rule-sets/:id/drafts', { schema: opened }, async (request, reply) => {
      const { content, ...rest } = request.body;
      const wish = { ...rest, ...(content && { content: content as DraftContent }) };
      const which = unwrap(await openDraft(engine, commandOf(request), request.params.id, wish));
      reply.code(201);
      return answer(request, reply, request.params.id, which);
    });

    app.post('/rule-sets/:id/rollback', { schema: rolledBack }, async (request, reply) => {
      const which = unwrap(await rollBack(engine, commandOf(request), request.params.id, request.body));
      reply.code(201);
      return answer(request, reply, request.params.id, which);
    });

    app.get('/rule-sets/:id/drafts/:draft', { schema: one }, async (request, reply) =>
      answer(request, reply, request.params.id, request.params.draft),
    );

    app.patch('/rule-sets/:id/drafts/:draft', { schema: edited }, async (request, reply) => {
      const { id, draft: which } = request.params;
      const now = await found(request, id, which);
      const { content: patch, ...rest } = request.body;
      refuseUnseen(request, now);
      const content = patch && { content: merged(read(now.content), patch) as DraftContent };
      const wish = { ...rest, ...content };
      unwrap(await bothSides(request, now, editDraft(engine, commandOf(request), which, now.v, wish)));
      return answer(request, reply, id, which);
    });

    const steps = {
      submit: [step('submitRuleDraft', 'Ask another operator to approve a draft (operators)'), submitDraft],
      return: [
        step('returnRuleDraft', 'Give a submitted draft back to its authors (operators)'),
        returnDraft,
      ],
      withdraw: [step('withdrawRuleDraft', 'Put a draft away (operators)'), withdrawDraft],
      publish: [
        step('publishRuleDraft', 'Publish an approved draft: it holds from its day (operators)'),
        publishDraft,
      ],
    } as const;
    for (const [name, [schema, does]] of Object.entries(steps)) {
      const use = does as (ctx: EngineContext, command: Command, id: string) => Promise<Result<unknown>>;
      app.post(`/rule-sets/:id/drafts/:draft/${name}`, { schema }, async (request: OfDraft, reply) => {
        const { id, draft: which } = request.params;
        refuseOtherVersion(request, (await found(request, id, which)).v);
        unwrap(await use(engine, commandOf(request), which));
        return answer(request, reply, id, which);
      });
    }

    const approving = step(
      'approveRuleDraft',
      'Approve, by If-Match, what another operator submitted (operators)',
    );
    app.post('/rule-sets/:id/drafts/:draft/approve', { schema: approving }, async (request, reply) => {
      const { id, draft: which } = request.params;
      const now = await found(request, id, which);
      unchanged(request, now.v);
      unwrap(await approveDraft(engine, commandOf(request), which, now.v));
      return answer(request, reply, id, which);
    });
  };

/** @throws AppError `version-conflict` that shows both sides: what stands, and what was sent */
function refuseUnseen(request: FastifyRequest, now: RuleDraft): void {
  try {
    unchanged(request, now.v);
  } catch (error) {
    throw withBothSides(error, request, now);
  }
}

async function bothSides<T>(request: FastifyRequest, now: RuleDraft, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw withBothSides(error, request, now);
  });
}

function withBothSides(error: unknown, request: FastifyRequest, now: RuleDraft): unknown {
  if (!(error instanceof AppError) || error.code !== 'version-conflict') return error;
  const { content: patch } = request.body as { content?: unknown };
  const touched = patch === undefined ? [] : touchedBy(read(now.content), patch, '/content');
  const sides = touched.map(({ pointer, stands, sent }) => ({
    ...{ pointer, value: stands ?? null },
    hint: `this stands now; you sent ${JSON.stringify(sent).slice(0, 300)}: read the draft again and send what is to stand`,
  }));
  return new AppError('version-conflict', error.message, [...error.details, ...sides]);
}

const stepOf = (made: RuleDraft['submitted']) => made && { by: made.by, at: iso(made.at) };

const rowOf = (found: RuleDraft) => ({
  ...{ id: found._id, set: found.set, base: found.base, from: found.from, reason: found.reason },
  ...{ state: found.state, authors: [...found.authors], edition: found.edition, version: found.v },
  submitted: stepOf(found.submitted),
  approved: stepOf(found.approved),
  published: stepOf(found.published),
  createdAt: iso(found.createdAt),
});

const draftOf = (found: RuleDraft) => ({ ...rowOf(found), content: read(found.content) });
