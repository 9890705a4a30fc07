// Where rules are: a folder of files, the address of a running system, or a file with an exported edition or draft.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../kernel/errors.ts';
import { readCases, type SetCases } from '../cases.ts';
import { checkTexts } from '../checks/texts.ts';
import { writtenTexts } from '../checks/written-texts.ts';
import { contentIn, type RuleContent } from '../content.ts';
import type { Finding } from '../finding.ts';
import { ruleBookFrom } from '../load.ts';
import type { RuleSetFile } from '../schema/rule-set-file.ts';
import { type RuleSource, readSources } from '../sources.ts';
import { askerOf, readLiveRules } from './live-rules.ts';
import { parseFile } from './options.ts';

export interface RulesRead {
  readonly sources: readonly RuleSource[];
  readonly cases: readonly SetCases[];
  /** Of case files that cannot be read. */
  readonly findings: readonly Finding[];
}

export const isAddress = (where: string): boolean => /^https?:\/\//.test(where);

/** Asks a running system. @throws AppError `invalid-input` without a key in the environment */
export const askAt = (address: string) => askerOf(address, process.env.QADAM_API_KEY);

/** @throws AppError `configuration` for a folder that cannot be read; `unavailable`, `invalid-input` for an address */
export async function readRules(where: string): Promise<RulesRead> {
  if (isAddress(where)) return { ...(await readLiveRules(askAt(where))), findings: [] };
  return { sources: readSources(where), ...readCases(where) };
}

/** Texts are written beside a folder of files; those of a running system are its own matter. */
export const textFindings = (where: string, { sources }: RulesRead): readonly Finding[] =>
  isAddress(where) ? [] : checkTexts(ruleBookFrom(sources), writtenTexts(join(where, '../locales')));

/** The contents by programme, as they are compared. `sets` names the only ones that a file holds. */
export interface Comparable {
  readonly programmes: ReadonlyMap<string, RuleContent>;
  readonly sets: readonly string[] | null;
}

/** @throws as `readRules`, and AppError `invalid-input` for a file that is no export */
export async function readComparable(where: string): Promise<Comparable> {
  if (!isAddress(where) && statSync(where, { throwIfNoEntry: false })?.isFile()) return exported(where);
  const { sources, cases } = await readRules(where);
  const names = [...new Set(sources.map(({ programme }) => programme))];
  const programmes = names.map((each) => [each, contentIn(sources, cases, each)] as const);
  return { programmes: new Map(programmes), sets: null };
}

function exported(file: string): Comparable {
  const json = parseFile(file) as { content?: unknown };
  const { set, parameters, cases } = (json.content ?? json) as Partial<RuleContent> & { set?: RuleSetFile };
  if (!set || !parameters || !cases) {
    const hint = 'give a folder of rules, an address, or the answer of /rule-sets/{id}/editions/{number}';
    throw new AppError('invalid-input', `${file} holds no edition; ${hint}`);
  }
  const content = { parameters, sets: { [set.id]: set }, cases };
  return { programmes: new Map([[set.programme, content]]), sets: [set.id] };
}
