// What no loader need refuse and no operator means: conditions that nobody can satisfy, figures that nothing reads.
// Lint and publication ask; a running system does not, so that what was published once stays loadable.
import { addDays } from '../../kernel/calendar.ts';
import { pointerTo } from '../../kernel/json-pointer.ts';
import type { RuleBook } from '../book.ts';
import { type Finding, findingsOf } from '../finding.ts';
import type { RuleSetFile } from '../schema/rule-set-file.ts';
import { fileOfSet } from '../sources.ts';
import { checkParameterUse } from './parameter-use.ts';
import { checkSatisfiable } from './satisfiable/check.ts';

/** @param book of sound rules @returns findings by file, as `checkSources` names files */
export function checkSense(book: RuleBook): readonly Finding[] {
  const found: Finding[] = [];
  for (const set of book.sets) checkVersions(book, set, found);
  const programmes = [...new Set(book.sets.map(({ programme }) => programme))];
  for (const programme of programmes) {
    const sets = book.sets.filter((set) => set.programme === programme);
    const findings = findingsOf(`${programme}/params.json`, found);
    checkParameterUse(book.parameters.ofProgramme(programme), sets, findings);
  }
  return found;
}

function checkVersions({ parameters, catalogue }: RuleBook, set: RuleSetFile, found: Finding[]): void {
  const { programme, id, versions } = set;
  const findings = findingsOf(fileOfSet(id), found);
  const context = { programme, parameters, catalogue, findings };
  for (const [index, version] of versions.entries()) {
    const next = versions[index + 1];
    const last = version.to ?? (next && addDays(next.from, -1));
    checkSatisfiable(version, last, pointerTo('', 'versions', index), context);
  }
}
