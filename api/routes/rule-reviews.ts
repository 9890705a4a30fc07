// What the machine says of a draft: its faults and its cases; and what was published: editions, and any of them whole.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { casesOf } from '../../engine/editions/cases-run.ts';
import { faultsOf, soundOnly } from '../../engine/editions/faults.ts';
import { reviewedOf } from '../../engine/editions/reviewed.ts';
import { draftSeenBy, editionSeenBy, publicationsSeenBy } from '../../engine/editions/see.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { actorOf } from './asking.ts';
import { iso } from './parts.ts';
import { casesRun, edition, exported, findings, ofDraft, ofEdition, ofSet } from './rule-draft-schema.ts';

const tags = ['rules'];
const linted = {
  ...{ operationId: 'lintRuleDraft', tags, summary: 'Everything that is wrong with a draft (operators)' },
  ...{ params: ofDraft, response: { 200: findings } },
};
const tried = {
  ...{ operationId: 'tryRuleDraft', tags },
  summary: 'Run the cases of the programme against a draft (operators)',
  ...{ params: ofDraft, response: { 200: casesRun } },
};
const editions = {
  ...{ operationId: 'listRuleEditions', tags },
  summary: "What was published of a set's programme, newest first (operators)",
  ...{ params: ofSet, response: { 200: Type.Object({ items: Type.Array(edition) }) } },
};
const whole = {
  ...{ operationId: 'exportRuleEdition', tags },
  summary: 'An edition as a draft can be opened with it; 0 is the shipped one (operators)',
  ...{ params: ofEdition, response: { 200: exported } },
};

type OfDraft = FastifyRequest<{ Params: { id: string; draft: string } }>;

export const ruleReviewRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    const reviewed = async (request: OfDraft) => {
      const { id, draft } = request.params;
      return reviewedOf(engine, await draftSeenBy(engine, actorOf(request), id, draft));
    };

    app.post(
      '/rule-sets/:id/drafts/:draft/lint',
      { schema: linted, config: { pureRead: true } },
      async (request) => {
        const found = faultsOf(await reviewed(request));
        const shown = found.map(({ file, code, pointer, value, hint }) => ({
          ...{ file, code },
          pointer,
          value: value ?? null,
          hint,
        }));
        return { sound: found.length === 0, findings: shown };
      },
    );

    app.post(
      '/rule-sets/:id/drafts/:draft/cases',
      { schema: tried, config: { pureRead: true } },
      async (request) => {
        const { cases, failures, untried } = await casesOf(soundOnly(await reviewed(request)));
        const failed = failures.map(({ set, name, differences }) => ({
          set,
          name,
          differences: [...differences],
        }));
        const passed = failures.length === 0 && untried.length === 0;
        return { passed, cases, failures: failed, untried: [...untried] };
      },
    );

    app.get('/rule-sets/:id/editions', { schema: editions }, async (request) => {
      const found = await publicationsSeenBy(engine, actorOf(request), request.params.id);
      return {
        items: found.map(
          ({ number, set, from, reason, hash, draft, authors, approvedBy, publishedBy, publishedAt }) => ({
            ...{ number, set, from, reason, hash, draft, authors: [...authors], approvedBy, publishedBy },
            publishedAt: iso(publishedAt),
          }),
        ),
      };
    });

    app.get('/rule-sets/:id/editions/:number', { schema: whole }, async (request) => {
      const { id, number } = request.params;
      return { number, content: await editionSeenBy(engine, actorOf(request), id, number) };
    });
  };
