// Checks that everything a rule set can say is written in every language: titles, requirements, reasons, missing data,
// and the names of parameters, for operators.

import { pointerTo } from '../../kernel/json-pointer.ts';
import { languages } from '../../kernel/languages.ts';
import type { RuleBook } from '../book.ts';
import { childrenOf, factsOf, isGroup, kindOf } from '../conditions.ts';
import { WITH_MINUTES } from '../explain.ts';
import type { FactCatalogue } from '../facts.ts';
import type { Finding, Findings } from '../finding.ts';
import { isOperatorName, operatorOf } from '../operators.ts';
import type { ConditionDefinition, RuleSetFile } from '../schema/rule-set-file.ts';
import type { WrittenTexts } from './written-texts.ts';

/** A text that a set may need, and what in the set asks for it. */
interface Wanted {
  readonly key: string;
  /** JSON pointer into the set. */
  readonly pointer: string;
}

/** @returns a finding for each text that is missing, where it would be written: `ru/rules.json#/set/credit/completion` */
export function checkTexts(book: RuleBook, texts: WrittenTexts): readonly Finding[] {
  const programmes = [...new Set(book.sets.map(({ programme }) => programme))];
  const names = programmes.flatMap((programme) =>
    Object.keys(book.parameters.ofProgramme(programme)).map(
      (name) => `rules-staff:parameter.${programme}.${name}`,
    ),
  );
  const wanted = book.sets.flatMap((set) => wantedBy(set, book.catalogue).map(({ key }) => key));
  return languages.flatMap((language) =>
    [...new Set([...wanted, ...names])]
      .filter((key) => !texts.has(language, key))
      .map((key) => {
        const [namespace = '', path = ''] = key.split(':');
        const place = { file: `${language}/${namespace}.json`, pointer: pointerTo('', ...path.split('.')) };
        return { code: 'missing-text', ...place, value: key, hint: 'write the text' };
      }),
  );
}

/** The same for one set, where it asks for a text that is not written: whoever edits rules does not write texts. */
export function checkTextsOf(
  set: RuleSetFile,
  catalogue: FactCatalogue,
  texts: WrittenTexts,
  findings: Findings,
): void {
  for (const { key, pointer } of wantedBy(set, catalogue)) {
    const missing = languages.filter((language) => !texts.has(language, key));
    if (missing.length === 0) continue;
    const hint = `no text in ${missing.join(', ')}: name one that is written, or have it written first`;
    findings.add('missing-text', pointer, key, hint);
  }
}

function wantedBy(set: RuleSetFile, catalogue: FactCatalogue): readonly Wanted[] {
  const versions = set.versions.flatMap((version, at) => {
    const place = pointerTo('', 'versions', at);
    const requirements = version.requirements.flatMap(({ text, conditions }, index) => {
      const own = pointerTo(place, 'requirements', index);
      const reasons = reasonsOf(conditions, pointerTo(own, 'conditions'), catalogue);
      return [{ key: text, pointer: pointerTo(own, 'text') }, ...reasons];
    });
    const missing = factsOf(version)
      .filter((fact) => catalogue.defaultOf(fact) === undefined)
      .map((fact) => ({ key: `rules:missing.${fact}`, pointer: place }));
    return [...requirements, ...missing];
  });
  return [{ key: set.title, pointer: '/title' }, ...versions];
}

function reasonsOf(
  condition: ConditionDefinition,
  pointer: string,
  catalogue: FactCatalogue,
): readonly Wanted[] {
  if (condition.name === undefined) {
    if (!isGroup(condition)) return [];
    const kind = kindOf(condition);
    return childrenOf(condition).flatMap((child, at) =>
      reasonsOf(child, pointerTo(pointer, kind, at), catalogue),
    );
  }
  const own = { key: `rules:${condition.name}`, pointer: pointerTo(pointer, 'name') };
  if (isGroup(condition)) return [own];
  const isTold = isOperatorName(condition.operator) && operatorOf(condition.operator).progresses;
  const isInMinutes = isTold && catalogue.unit(condition.fact) === 'minutes';
  return isInMinutes ? [own, { ...own, key: own.key + WITH_MINUTES }] : [own];
}
