// Of any two states of the rules: silence means that nothing changed, and every change can be said in every language.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from '../../../engine/kernel/canonical.ts';
import { languages } from '../../../engine/kernel/languages.ts';
import { changeInWords, changesBetween } from '../../../engine/rules/rule-book.ts';
import { hasText, plainText } from '../../../locales/texts.ts';
import { countOf } from '../../support/run/counts.ts';
import { holds } from '../../support/run/holds.ts';
import { alteration } from './changed.ts';

const stateOf = ({ parameters, sets, cases }: { parameters: unknown; sets: unknown; cases: unknown }) =>
  canonicalJson({ parameters, sets, cases });

/** What stands at a pointer of the content. */
const at = (content: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce((node, key) => Reflect.get(node as object, key), content);

it('tells of something exactly when something is other', async () => {
  await holds(
    fc.property(alteration, ({ before, after }) => {
      const isOther = stateOf(before) !== stateOf(after);
      expect(changesBetween(before.programme, before, after).length > 0).toBe(isOther);
    }),
    { numRuns: countOf('ruleChanges') },
  );
});

it('points to what it tells of', async () => {
  await holds(
    fc.property(alteration, ({ before, after }) => {
      for (const change of changesBetween(before.programme, before, after)) {
        const found = at(change.after === null ? before : after, change.pointer);
        if (WHOLE.test(change.kind)) expect(found, change.pointer).toEqual(change.after ?? change.before);
        else expect(found ?? at(before, change.pointer), change.pointer).toBeDefined();
      }
    }),
    { numRuns: countOf('ruleChanges') },
  );
});

/** Kinds that show all that stands where they point. */
const WHOLE = /^(value-changed|condition-\w+|(parameter|set|version|requirement)-(added|removed))$/;

it('has a sentence for it in every language', async () => {
  await holds(
    fc.property(alteration, ({ before, after }) => {
      for (const change of changesBetween(before.programme, before, after))
        for (const language of languages) {
          const say = (text: Parameters<typeof plainText>[0]) => plainText(text, language);
          const words = changeInWords(change, say, (key) => hasText(key, language));
          expect(words).not.toMatch(/\{\{|undefined|null|\[object| {2}|«»|“”/);
          expect(words.endsWith('.')).toBe(true);
        }
    }),
    { numRuns: countOf('ruleChanges') },
  );
});
