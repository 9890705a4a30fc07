// What a programme's rules say, whole: what is compared, published and kept. The catalogue of facts belongs to the software.
import type { SetCases } from './cases.ts';
import type { CaseFile } from './schema/case-file.ts';
import type { ParameterFile } from './schema/parameter-file.ts';
import type { RuleSetFile } from './schema/rule-set-file.ts';
import type { RuleSource } from './sources.ts';

export interface RuleContent {
  readonly parameters: ParameterFile;
  /** By id. */
  readonly sets: Readonly<Record<string, RuleSetFile>>;
  /** By id of their set. */
  readonly cases: Readonly<Record<string, CaseFile>>;
}

/** The content of one programme in sound documents. */
export function contentIn(
  sources: readonly RuleSource[],
  cases: readonly SetCases[],
  programme: string,
): RuleContent {
  const of = (kind: RuleSource['kind']) =>
    sources.filter((each) => each.programme === programme && each.kind === kind);
  const sets = of('set').map(({ content }) => content as RuleSetFile);
  const own = cases.filter(({ set }) => set.startsWith(`${programme}.`));
  return {
    parameters: (of('parameters')[0]?.content ?? {}) as ParameterFile,
    sets: Object.fromEntries(sets.map((set) => [set.id, set])),
    cases: Object.fromEntries(own.map((each) => [each.set, each.cases])),
  };
}
