// The command as people and tools run it: `npm run -s rules -- …`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../engine/rules/commands/run.ts';
import { evaluationJson } from '../../engine/rules/rule-book.ts';
import { completed, ON, RULES, shippedBook } from './shipped-book.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PATIENCE = 60_000;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qadam-rules-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function factFile(content: unknown): string {
  const path = join(folder, 'facts.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** npm itself may warn on standard error: only lines that are not npm's are the command's. */
const rules = (...words: readonly string[]) => rulesOf('', ...words);

function rulesOf(input: string, ...words: readonly string[]) {
  const args = ['run', '-s', 'rules', '--', ...words];
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: ROOT, encoding: 'utf8', input });
  const lines = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('npm warn'));
  return { status, stdout, lines };
}

describe('npm run -s rules -- evaluate', () => {
  it('prints one JSON object and exits 0', { timeout: PATIENCE }, async () => {
    const facts = { ...completed, 'credit.confirmedMinutes': 840 };
    const { status, stdout, lines } = rules(
      'evaluate',
      'credit.completion',
      '--on',
      ON,
      '--facts',
      factFile(facts),
    );
    const expected = evaluationJson(await shippedBook().evaluate('credit.completion', ON, facts));
    expect({ status, lines, json: JSON.parse(stdout) }).toEqual({ status: 0, lines: [], json: expected });
  });

  it('reads JSON lines from standard input', { timeout: PATIENCE }, () => {
    const input = `${JSON.stringify(completed)}\n{}\n`;
    const { status, stdout, lines } = rulesOf(
      input,
      'evaluate',
      'credit.completion',
      '--on',
      ON,
      '--facts',
      '-',
    );
    const outcomes = stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { outcome: string }).outcome);
    expect({ status, lines, outcomes }).toEqual({ status: 0, lines: [], outcomes: ['met', 'needsData'] });
  });

  it('exits 2 with one line for a bad fact', { timeout: PATIENCE }, () => {
    const file = factFile({ 'credit.confirmedMinutes': 'many' });
    const { status, stdout, lines } = rules('evaluate', 'credit.completion', '--on', ON, '--facts', file);
    expect([status, stdout, lines.length]).toEqual([2, '', 1]);
    expect(lines[0]).toContain('credit.confirmedMinutes');
  });
});

describe('the command', () => {
  const on = ['--on', ON];
  const direct = (...words: readonly string[]) => run([...words, '--rules', RULES]);

  it.each<[string, (file: string) => readonly string[], unknown, string]>([
    [
      'a bad set',
      (file) => ['evaluate', 'credit.nothing', ...on, '--facts', file],
      completed,
      'credit.nothing',
    ],
    [
      'a date before the rules',
      (file) => ['evaluate', 'credit.completion', '--on', '2019-08-31', '--facts', file],
      completed,
      '2019-09-01',
    ],
    [
      'no date',
      (file) => ['evaluate', 'credit.completion', '--on', '31.12.2026', '--facts', file],
      completed,
      '31.12.2026',
    ],
    ['a missing date', (file) => ['evaluate', 'credit.completion', '--facts', file], completed, '--on'],
    [
      'facts with line breaks in a name',
      (file) => ['evaluate', 'credit.completion', ...on, '--facts', file],
      { 'a\nb': 1 },
      'no such fact',
    ],
    [
      'facts that are a list',
      (file) => ['evaluate', 'credit.completion', ...on, '--facts', file],
      [],
      'facts.json',
    ],
    [
      'facts that are not JSON',
      (file) => ['evaluate', 'credit.completion', ...on, '--facts', file],
      '{',
      'facts.json',
    ],
    [
      'a fact file there is not',
      () => ['evaluate', 'credit.completion', ...on, '--facts', 'nowhere.json'],
      {},
      'nowhere.json',
    ],
    ['an unknown command', () => ['toString'], {}, 'usage'],
    ['an unknown option', () => ['evaluate', '--fact', 'x'], {}, 'usage'],
  ])('exits 2 with one line for %s', async (_what, words, facts, part) => {
    const { code, lines, refusal } = await direct(...words(factFile(facts)));
    expect([code, lines]).toEqual([2, []]);
    expect(refusal).toContain(part);
    expect(refusal).not.toContain('\n');
  });

  it('finds no fault in the shipped rules and passes their cases', async () => {
    expect((await direct('lint')).code).toBe(0);
    const { code, lines } = await direct('test', 'credit.completion');
    expect([code, lines]).toEqual([0, [expect.stringMatching(/^credit\.completion: \d+ cases pass$/)]]);
  });

  it('exits 1 and names the fault for rules that are wrong', async () => {
    const { code, lines } = await run(['lint', '--rules', faultyRules()]);
    expect([code, lines]).toEqual([1, [expect.stringContaining('club/params.json#/enough missing-key')]]);
  });

  it('evaluates as many people as there are lines, in one run', async () => {
    const people = [840, 1200, 1199].map((minutes) => ({ ...completed, 'credit.confirmedMinutes': minutes }));
    const path = join(folder, 'people.jsonl');
    writeFileSync(path, `${people.map((facts) => JSON.stringify(facts)).join('\n')}\n\n`);
    const { code, lines } = await direct('evaluate', 'credit.completion', ...on, '--facts', path);
    const answers = lines.map((line) => JSON.parse(line) as { outcome: string; percent: number });
    expect([code, answers.map(({ outcome }) => outcome)]).toEqual([0, ['notMet', 'met', 'notMet']]);
    expect(answers[0]).toEqual(
      evaluationJson(await shippedBook().evaluate('credit.completion', ON, people[0] ?? {})),
    );
  });

  it.each([
    ['a line that is no object', '[]', 'flat JSON object'],
    ['a bad fact', '{"credit.confirmedMinutes": "many"}', 'credit.confirmedMinutes'],
  ])('names the line of %s and answers nothing', async (_, bad, part) => {
    const path = join(folder, 'people.jsonl');
    writeFileSync(path, `${JSON.stringify(completed)}\n${bad}\n`);
    const { code, lines, refusal } = await direct('evaluate', 'credit.completion', ...on, '--facts', path);
    expect([code, lines]).toEqual([2, []]);
    expect(refusal).toContain('line 2');
    expect(refusal).toContain(part);
  });

  it('explains in words', async () => {
    const file = factFile({ ...completed, 'credit.confirmedMinutes': 840 });
    const words = ['explain', 'credit.completion', ...on, '--facts', file, '--language', 'ru'];
    expect((await direct(...words)).lines).toContain('  → Подтверждено 14 часов из 20, осталось 6.');
  });
});

function faultyRules(): string {
  const directory = mkdtempSync(join(folder, 'rules-'));
  mkdirSync(join(directory, 'club'));
  const value = {
    from: '2020-01-01',
    value: 1,
    status: 'inForce',
    source: { document: 'sample', section: '1' },
  };
  writeFileSync(join(directory, 'club', 'params.json'), JSON.stringify({ enough: { values: [value] } }));
  return directory;
}
