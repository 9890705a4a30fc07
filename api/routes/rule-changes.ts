// What changes in the rules: by a draft, and from one edition to another; each change as data and as a sentence.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { changesOfDraft, changesSeenBy } from '../../engine/editions/changes.ts';
import { reviewedOf } from '../../engine/editions/reviewed.ts';
import { draftSeenBy } from '../../engine/editions/see.ts';
import { type Language, languages } from '../../engine/kernel/languages.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { changeInWords, changeKinds, type RuleChange } from '../../engine/rules/rule-book.ts';
import { hasText, plainText } from '../../locales/texts.ts';
import { actorOf } from './asking.ts';
import { closed, word } from './parts.ts';
import { ofDraft, ofSet } from './rule-draft-schema.ts';

const changes = Type.Object({
  changes: Type.Array(
    Type.Object({
      kind: word(changeKinds),
      pointer: Type.String({
        description: 'JSON pointer into the content after; where something was taken out, before.',
      }),
      before: Type.Unknown({ description: 'Null where there was nothing.' }),
      after: Type.Unknown({ description: 'Null where there is nothing any more.' }),
      words: Type.Object({ kk: Type.String(), ru: Type.String(), en: Type.String() }),
    }),
  ),
});

const number = Type.Integer({ minimum: 0, description: 'Of an edition; 0 is the shipped one.' });
const tags = ['rules'];
const ofEditions = {
  ...{ operationId: 'compareRuleEditions', tags },
  summary: 'What changed in a rule set, its parameters and cases from one edition to another (operators)',
  ...{ params: ofSet, querystring: Type.Object({ from: number, to: number }, closed) },
  response: { 200: changes },
};
const byDraft = {
  ...{ operationId: 'compareRuleDraft', tags, summary: 'What a draft changes (operators)' },
  ...{ params: ofDraft, response: { 200: changes } },
};

export const ruleChangeRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/rule-sets/:id/diff', { schema: ofEditions }, async (request) =>
      shown(await changesSeenBy(engine, actorOf(request), request.params.id, request.query)),
    );

    app.get('/rule-sets/:id/drafts/:draft/diff', { schema: byDraft }, async (request) => {
      const { id, draft } = request.params;
      return shown(
        changesOfDraft(await reviewedOf(engine, await draftSeenBy(engine, actorOf(request), id, draft))),
      );
    });
  };

const shown = (found: readonly RuleChange[]) => ({
  changes: found.map((change) => ({
    ...{ kind: change.kind, pointer: change.pointer, before: change.before, after: change.after },
    words: Object.fromEntries(languages.map((each) => [each, wordsIn(each, change)])) as Record<
      Language,
      string
    >,
  })),
});

const wordsIn = (language: Language, change: RuleChange): string =>
  changeInWords(
    change,
    (text) => plainText(text, language),
    (key) => hasText(key, language),
  );
