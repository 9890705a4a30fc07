// Every decision of the rules on a person, explained and judged again, for operators.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { receiptsAgain } from '../../engine/programmes/receipts.ts';
import { evaluationInWords } from '../../engine/rules/rule-book.ts';
import { plainText } from '../../locales/texts.ts';
import { actorOf, languageOf } from './asking.ts';
import { described } from './factories/route.ts';
import { idParams, nullable } from './parts.ts';

const decision = Type.Object({
  programme: Type.String(),
  kind: Type.String({ description: 'Of what it decided: admission, completion, package.' }),
  subject: Type.String({ description: 'Id of what it decided on.' }),
  receipt: Type.Object({}, { additionalProperties: true, description: 'As it was sealed.' }),
  intact: Type.Boolean({ description: 'The receipt is what was sealed when it was decided.' }),
  agrees: Type.Boolean({ description: 'The rules say the same today.' }),
  why: nullable(Type.String({ description: 'Why these rules cannot say anything of it any more.' })),
  explanation: Type.Array(Type.String(), { description: "In the reader's language." }),
});

const again = {
  ...described({
    operationId: 'rerunPersonDecisions',
    tag: 'people',
    summary: 'Every decision of the rules on a person, and what the rules say of it today (operators)',
  }),
  params: idParams,
  response: { 200: Type.Object({ items: Type.Array(decision) }) },
};

export const decisionRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/participants/:id/decisions', { schema: again }, async (request) => {
      const found = await receiptsAgain(engine, actorOf(request), request.params.id);
      const say = (text: Parameters<typeof plainText>[0]) => plainText(text, languageOf(request));
      const items = found.map(({ programme, kind, subject, receipt, again: now }) => ({
        ...{ programme, kind, subject, receipt: { ...receipt }, intact: now.intact, why: now.why },
        agrees: now.evaluation !== null && now.differences.length === 0,
        explanation: now.evaluation
          ? [...evaluationInWords(engine.rules.set(receipt.set).title, now.evaluation, say)]
          : [],
      }));
      return { items };
    });
  };
