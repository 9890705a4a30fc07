// Checks all rule documents together, in the order in which they lean on one another: facts, parameters, rule sets.
// The one list of findings that lint shows and the loader refuses on.

import { pointerTo } from '../../kernel/json-pointer.ts';
import { type CataloguedFact, FactCatalogue, valueProblem } from '../facts.ts';
import { type Finding, type Findings, findingsOf } from '../finding.ts';
import { Parameters } from '../parameters.ts';
import { type FactDefinition, type FactFile, factFileSchema } from '../schema/fact-file.ts';
import { type ParameterFile, parameterFileSchema } from '../schema/parameter-file.ts';
import { type RuleSetFile, ruleSetOutlineSchema } from '../schema/rule-set-file.ts';
import type { RuleSource, SourceKind } from '../sources.ts';
import { checkKeys } from './hostile-keys.ts';
import { checkParameters } from './parameters.ts';
import { checkRuleSet } from './rule-set.ts';
import { shapeCheck } from './shape.ts';

const shapes = {
  facts: shapeCheck(factFileSchema),
  parameters: shapeCheck(parameterFileSchema),
  set: shapeCheck(ruleSetOutlineSchema),
};

/** @returns every fault, by file and place; empty when the documents make a rule book */
export function checkSources(sources: readonly RuleSource[]): readonly Finding[] {
  const found: Finding[] = [];
  const sound = sources.filter((source) => isSound(source, findingsOf(source.file, found)));
  const catalogue = checkedCatalogue(ofKind(sound, 'facts'), found);
  const files = ofKind(sound, 'parameters');
  for (const { file, programme, content } of files) {
    checkParameters(content as ParameterFile, programme, catalogue, findingsOf(file, found));
  }
  const parameters = new Parameters(
    new Map(files.map(({ programme, content }) => [programme, content as ParameterFile])),
  );
  // What a set refers to cannot be told from what cannot be read: that is to be fixed first.
  const unread = new Set(
    sources.filter((each) => each.kind !== 'set' && !sound.includes(each)).map(({ programme }) => programme),
  );
  for (const { file, programme, content } of ofKind(sound, 'set')) {
    if (unread.has(programme)) continue;
    const context = { programme, catalogue, parameters, findings: findingsOf(file, found) };
    checkRuleSet(content as RuleSetFile, file, context, found);
  }
  return found.sort(byPlace);
}

function isSound({ content, unreadable, kind }: RuleSource, findings: Findings): boolean {
  if (unreadable !== undefined) {
    findings.add('unreadable', '', unreadable, 'give valid JSON');
    return false;
  }
  return checkKeys(content, findings) && shapes[kind](content, findings);
}

function checkedCatalogue(sources: readonly RuleSource[], found: Finding[]): FactCatalogue {
  const facts = new Map<string, CataloguedFact>();
  for (const { file, programme, content } of sources) {
    for (const [name, definition] of Object.entries(content as FactFile)) {
      checkDefault(name, definition, findingsOf(file, found));
      const other = facts.get(name);
      if (other === undefined) facts.set(name, { name, programme, definition });
      else {
        const hint = `${other.programme}/facts.json has it already: one name, one fact`;
        findingsOf(file, found).add('duplicate', `/${name}`, name, hint);
      }
    }
  }
  return new FactCatalogue([...facts.values()]);
}

function checkDefault(name: string, definition: FactDefinition, findings: Findings): void {
  const { default: value } = definition;
  const hint = value === undefined ? null : valueProblem(definition, value);
  if (hint !== null) findings.add('wrong-type', pointerTo('', name, 'default'), value, hint);
}

const ofKind = (sources: readonly RuleSource[], kind: SourceKind): readonly RuleSource[] =>
  sources.filter((source) => source.kind === kind);

const byPlace = (left: Finding, right: Finding): number =>
  left.file === right.file ? compare(left.pointer, right.pointer) : compare(left.file, right.file);

const compare = (left: string, right: string): number => Number(left > right) - Number(left < right);
