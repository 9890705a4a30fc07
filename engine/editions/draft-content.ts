// What a draft holds: one set, the parameters of its programme, and the cases of every set that those parameters move.
// Kept as JSON; compared by its canonical form.
import { canonicalJson } from '../kernel/canonical.ts';
import { AppError } from '../kernel/errors.ts';
import {
  type CaseFile,
  type Finding,
  fileOfSet,
  type ParameterFile,
  type RuleContent,
  type RuleSetFile,
} from '../rules/rule-book.ts';
import type { Edition } from './edition.ts';

export interface DraftContent {
  readonly set: RuleSetFile;
  readonly parameters: ParameterFile;
  /** By set id; every set of the programme. */
  readonly cases: Readonly<Record<string, CaseFile>>;
}

/** Characters of JSON. */
const LARGEST = 1_000_000;

export const draftOf = ({ sets, parameters, cases }: Edition, set: string): DraftContent => ({
  set: sets[set] as RuleSetFile,
  parameters,
  cases,
});

/** What the whole edition becomes with a draft in it. */
export const withDraft = (
  base: Edition,
  setId: string,
  { set, parameters, cases }: DraftContent,
): Edition => ({
  ...base,
  parameters,
  sets: { ...base.sets, [setId]: set },
  cases,
});

/** @throws AppError `too-large` */
export function written(content: DraftContent | RuleContent): string {
  const json = canonicalJson(content);
  if (json.length <= LARGEST) return json;
  const hint = `a draft has room for ${LARGEST} characters of JSON; split it, or leave cases out`;
  throw new AppError('too-large', `a draft of ${json.length} characters`, [{ pointer: '/content', hint }]);
}

export const read = (json: string): DraftContent => JSON.parse(json) as DraftContent;

/** A finding of a file, as it stands in the draft: `credit/params.json#/x` is `/parameters/x`. */
export function placed(finding: Finding, setId: string): Finding {
  const { file, pointer } = finding;
  if (file === fileOfSet(setId)) return { ...finding, file: 'draft', pointer: `/set${pointer}` };
  if (file.endsWith('/params.json')) return { ...finding, file: 'draft', pointer: `/parameters${pointer}` };
  return finding;
}
