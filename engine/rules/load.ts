// From rule documents to a rule book: checks everything first, and refuses the whole when anything is wrong.

import { RuleBook } from './book.ts';
import { checkSources } from './checks/check-sources.ts';
import { FactCatalogue } from './facts.ts';
import { configurationError } from './finding.ts';
import { Parameters } from './parameters.ts';
import type { FactFile } from './schema/fact-file.ts';
import type { ParameterFile } from './schema/parameter-file.ts';
import type { RuleSetFile } from './schema/rule-set-file.ts';
import { type RuleSource, readSources } from './sources.ts';

/**
 * The shipped edition.
 * @param directory the `rules` folder
 * @throws AppError `configuration` with one detail per fault
 */
export const loadRuleBook = (directory: string): RuleBook => ruleBookFrom(readSources(directory));

/** A rule book from any documents. @throws AppError `configuration` with one detail per fault */
export function ruleBookFrom(sources: readonly RuleSource[]): RuleBook {
  const findings = checkSources(sources);
  if (findings.length > 0) throw configurationError(findings);
  return new RuleBook({
    catalogue: catalogueOf(sources),
    parameters: parametersOf(sources),
    sets: ofKind(sources, 'set').map(({ content }) => content as RuleSetFile),
  });
}

export function catalogueOf(sources: readonly RuleSource[]): FactCatalogue {
  return new FactCatalogue(
    ofKind(sources, 'facts').flatMap(({ programme, content }) =>
      Object.entries(content as FactFile).map(([name, definition]) => ({ name, programme, definition })),
    ),
  );
}

export function parametersOf(sources: readonly RuleSource[]): Parameters {
  return new Parameters(
    new Map(
      ofKind(sources, 'parameters').map(({ programme, content }) => [programme, content as ParameterFile]),
    ),
  );
}

const ofKind = (sources: readonly RuleSource[], kind: RuleSource['kind']): readonly RuleSource[] =>
  sources.filter((source) => source.kind === kind);
