// Rule sets with their versions, and evaluating one on facts. Reads only: nothing of a case is kept.
import { createHash } from 'node:crypto';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { AppError } from '../../engine/kernel/errors.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { evaluationJson, type RuleSetFile } from '../../engine/rules/rule-book.ts';
import { plainText } from '../../locales/texts.ts';
import { languageOf, tagged } from './asking.ts';
import { evaluationSchema } from './evaluation-schema.ts';
import { closed } from './parts.ts';
import { params, question, ruleSet, ruleSetRow, ruleSetVersion } from './rule-set-schema.ts';

const list = {
  operationId: 'listRuleSets',
  tags: ['rules'],
  summary: 'Every rule set with its versions',
  querystring: Type.Object({ programme: Type.Optional(Type.String({ maxLength: 40 })) }, closed),
  response: { 200: Type.Object({ items: Type.Array(ruleSetRow) }) },
};

const one = {
  operationId: 'readRuleSet',
  tags: ['rules'],
  summary: 'One rule set, every version in full',
  params,
  response: { 200: ruleSet },
};

const versions = {
  operationId: 'listRuleSetVersions',
  tags: ['rules'],
  summary: 'The versions of a rule set, in the order of their dates',
  params,
  response: { 200: Type.Object({ items: Type.Array(ruleSetVersion) }) },
};

const evaluate = {
  operationId: 'evaluateRuleSet',
  tags: ['rules'],
  summary: 'Evaluate a rule set on facts, by the legal date of the case',
  params,
  body: question,
  response: { 200: evaluationSchema },
};

export const ruleSetRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/rule-sets', { schema: list }, async (request) => {
      const { programme } = request.query;
      const found = engine.rules.sets.filter((set) => programme === undefined || set.programme === programme);
      return { items: found.map((set) => wholeOf(set, languageOf(request))) };
    });

    app.get('/rule-sets/:id', { schema: one }, async (request, reply) => {
      const set = engine.rules.set(request.params.id);
      tagged(reply, `${contentTag(set)}.${languageOf(request)}`);
      return wholeOf(set, languageOf(request));
    });

    app.get('/rule-sets/:id/versions', { schema: versions }, async (request) => ({
      items: wholeOf(engine.rules.set(request.params.id), languageOf(request)).versions,
    }));

    app.post('/rule-sets/:id/evaluate', { schema: evaluate, config: { pureRead: true } }, async (request) => {
      const { on, facts } = request.body;
      refuseFaultyFacts(engine.rules, facts);
      const { reasons, requirements, missing, notApplicable, ...rest } = evaluationJson(
        await engine.rules.evaluate(request.params.id, on, facts),
      );
      return {
        ...{ ...rest, reasons: [...reasons], requirements: [...requirements], missing: [...missing] },
        ...(notApplicable && { notApplicable: [...notApplicable] }),
      };
    });
  };

/** @throws AppError `invalid-input` with pointers into the body of the request */
function refuseFaultyFacts(rules: EngineContext['rules'], facts: Readonly<Record<string, unknown>>): void {
  const problems = rules.catalogue.problems(facts);
  if (problems.length === 0) return;
  const details = problems.map((each) => ({ ...each, pointer: `/facts${each.pointer ?? ''}` }));
  throw new AppError('invalid-input', 'facts are not as the catalogue has them', details);
}

function wholeOf(set: RuleSetFile, language: ReturnType<typeof languageOf>) {
  return {
    id: set.id,
    programme: set.programme,
    title: plainText({ key: set.title }, language),
    kind: set.kind,
    versions: set.versions.map(({ name, from, to, source: from0, requirements, grants }) => ({
      name: name ?? from,
      from,
      to: to ?? null,
      source: from0,
      requirements: requirements.map((each) => ({
        id: each.id,
        title: plainText({ key: each.text }, language),
        text: each.text,
        group: each.group ?? each.id,
        gate: each.gate ?? false,
        ...(each.when && { when: each.when as unknown }),
        conditions: each.conditions as unknown,
      })),
      grants: grants ?? [],
    })),
  };
}

const contentTag = (set: RuleSetFile): string =>
  createHash('sha256').update(JSON.stringify(set)).digest('hex').slice(0, 16);
