// `rules evaluate`: one person from a fact file, or as many as there are lines in a file of JSON lines or on standard
// input, in one run: a thousand cases need not start a thousand processes.
import { readFileSync } from 'node:fs';
import { AppError } from '../../kernel/errors.ts';
import type { RuleBook } from '../book.ts';
import { evaluationJson } from '../evaluation.ts';
import { type CommandOptions, readCase, required } from './options.ts';
import type { Report } from './report.ts';

const STANDARD_INPUT = '-';

/** @throws AppError `invalid-input`, `not-found`; of many lines, the first bad one by its number */
export async function evaluateFacts(book: RuleBook, options: CommandOptions): Promise<Report> {
  const { facts: path } = options;
  if (path === STANDARD_INPUT || path?.endsWith('.jsonl')) return evaluateLines(book, options, path);
  const { set, on, facts } = readCase(options);
  const json = evaluationJson(await book.evaluate(set, on, facts));
  return { lines: [JSON.stringify(json)], json, sound: true };
}

/** One answer a line, in the order of the lines; empty lines are passed over. */
async function evaluateLines(
  book: RuleBook,
  { words: [set], on }: CommandOptions,
  path: string,
): Promise<Report> {
  const answers = [];
  for (const [index, line] of linesOf(path).entries()) {
    if (line.trim() === '') continue;
    const place = `${path === STANDARD_INPUT ? 'standard input' : path} line ${index + 1}`;
    answers.push(await answered(book, required(set, '<set>'), required(on, '--on'), line, place));
  }
  if (answers.length === 0) throw new AppError('invalid-input', `${path} holds no facts`);
  return { lines: answers.map((each) => JSON.stringify(each)), json: answers, sound: true };
}

async function answered(book: RuleBook, set: string, on: string, line: string, place: string) {
  try {
    return evaluationJson(await book.evaluate(set, on, factsIn(line)));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, `${place}: ${error.message}`, error.details, error);
  }
}

function factsIn(line: string): Readonly<Record<string, unknown>> {
  const hint = 'give one flat JSON object keyed by fact name';
  try {
    const content: unknown = JSON.parse(line);
    if (typeof content === 'object' && content !== null && !Array.isArray(content)) return { ...content };
  } catch (cause) {
    throw new AppError('invalid-input', hint, [], cause);
  }
  throw new AppError('invalid-input', hint);
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path === STANDARD_INPUT ? process.stdin.fd : path, 'utf8').split('\n');
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('invalid-input', `${path}: ${message}`, [], cause);
  }
}
