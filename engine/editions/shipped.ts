// The edition that ships with the software: the files of `rules/`, read and checked once.
import { fileURLToPath } from 'node:url';
import {
  contentIn,
  type FactFile,
  loadRuleBook,
  programmesIn,
  readCases,
  readSources,
  type WrittenTexts,
  writtenTexts,
} from '../rules/rule-book.ts';
import type { Edition } from './edition.ts';

const directory = fileURLToPath(new URL('../../rules', import.meta.url));

const locales = fileURLToPath(new URL('../../locales', import.meta.url));

let texts: WrittenTexts | undefined;

/** What the software can say, in every language. */
export function shippedTexts(): WrittenTexts {
  texts ??= writtenTexts(locales);
  return texts;
}

let read: readonly Edition[] | undefined;

/** @throws AppError `configuration` with one detail per fault of the files */
export function shippedEditions(): readonly Edition[] {
  read ??= readEditions();
  return read;
}

function readEditions(): readonly Edition[] {
  // Says everything that is wrong, where it is.
  loadRuleBook(directory);
  const sources = readSources(directory);
  const { cases } = readCases(directory);
  return programmesIn(directory).map((programme) => ({
    ...{ programme, number: 0, ...contentIn(sources, cases, programme) },
    facts: sources.find((each) => each.programme === programme && each.kind === 'facts')?.content as FactFile,
  }));
}
