// The commands that compare, simulate and judge again: on folders, on exported files, and on a running system.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { shippedOf } from '../../engine/editions/current.ts';
import { draftOf } from '../../engine/editions/draft-content.ts';
import type { Actor } from '../../engine/kernel/actor.ts';
import { run } from '../../engine/rules/commands/run.ts';
import { decision } from '../../engine/rules/rule-book.ts';
import { openServer, type Server } from '../api/resources/server.ts';
import { drafted, openStage, published } from '../engine/editions/stage.ts';
import { raisedHours } from '../support/credit/raised-hours.ts';
import { completed, ON, RULES, shippedBook } from './shipped-book.ts';

const SET = 'credit.completion';
const FROM = '2027-01-01';
const NBSP = '\u00a0';
const raise = (content: Parameters<typeof raisedHours>[0]) =>
  raisedHours(content, FROM, { minutes: { '20': 1500, '50': 3000 } });
const raised = `“Hours of a credit” from 1 January 2027: 25${NBSP}h for 20, until then 20${NBSP}h for 20.`;

let folder = '';
let other = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qadam-rules-'));
  other = join(folder, 'other');
  cpSync(RULES, other, { recursive: true });
  const file = join(other, 'credit/params.json');
  const content = draftOf(shippedOf('credit'), SET);
  writeFileSync(
    file,
    JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...raise(content).parameters }),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const people = () =>
  fileOf('people.json', [
    { person: 'aiym', region: '71', facts: completed },
    { person: 'dana', region: '75', facts: { ...completed, 'credit.confirmedMinutes': 1500 } },
    { person: 'zhan', region: null, facts: { ...completed, 'credit.confirmedMinutes': 600 } },
  ]);

describe('diff', () => {
  it('says nothing and exits 0 for what is the same', async () => {
    expect(await run(['diff', RULES, RULES])).toEqual({ code: 0, lines: [] });
  });

  it('says what changed, in one language or as data, and exits 1', async () => {
    expect(await run(['diff', RULES, other, '--language', 'en'])).toEqual({ code: 1, lines: [raised] });
    const { lines } = await run(['diff', RULES, other, '--json']);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      changes: [
        { kind: 'value-added', pointer: '/parameters/requiredMinutes/values/1', words: { en: raised } },
      ],
    });
  });

  it('compares an exported edition with what it holds a part of', async () => {
    const content = draftOf(shippedOf('credit'), SET);
    const edition = fileOf('edition.json', { number: 0, content });
    expect((await run(['diff', RULES, edition])).lines).toEqual([]);
    const draft = fileOf('draft.json', { ...content, parameters: raise(content).parameters });
    expect((await run(['diff', draft, RULES, '--language', 'en'])).lines).toEqual([
      `“Hours of a credit”: the value from 1 January 2027 is removed (25${NBSP}h for 20; 50${NBSP}h for 50).`,
    ]);
  });

  it('exits 2 for a file that holds no edition, and for a folder that is not there', async () => {
    const { code, refusal } = await run(['diff', RULES, fileOf('list.json', [])]);
    expect([code, refusal]).toEqual([2, expect.stringContaining('list.json holds no edition')]);
    expect((await run(['diff', RULES, 'nowhere'])).code).toBe(2);
    expect((await run(['diff', RULES])).refusal).toContain('<after> is missing');
  });
});

describe('simulate, on people of a file', () => {
  const words = (on: string) => [
    'simulate',
    SET,
    '--on',
    on,
    '--people',
    people(),
    '--rules',
    RULES,
    '--against',
    other,
  ];

  it('tells who gains and who loses on a day', async () => {
    const { code, lines } = await run(words(FROM));
    expect(code).toBe(0);
    expect(lines[0]).toBe('all: 3 people, 0 gain, 1 lose, 1 move (-3.33 points on average); met 2 -> 1');
    expect(lines).toContain('lose aiym: met 100 % -> notMet 93.33 % (credit.hours-short)');
  });

  it('tells the same as data, and nothing on the day before', async () => {
    const { lines } = await run([...words('2026-12-31'), '--json']);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ all: { total: 3, gain: 0, lose: 0, move: 0 } });
  });

  it('names the person whose facts are wrong', async () => {
    const wrong = fileOf('wrong.json', [{ person: 'aiym', facts: { 'credit.confirmedMinutes': 'many' } }]);
    const { code, refusal } = await run([
      'simulate',
      SET,
      '--on',
      FROM,
      '--people',
      wrong,
      '--rules',
      RULES,
      '--against',
      other,
    ]);
    expect([code, refusal]).toEqual([2, expect.stringContaining('aiym/credit.confirmedMinutes')]);
  });
});

describe('rerun', () => {
  const receipt = async () => decision(await shippedBook().evaluate(SET, ON, completed), completed);

  it('agrees with what these rules decided', async () => {
    const { code, lines } = await run(['rerun', fileOf('receipt.json', await receipt()), '--rules', RULES]);
    expect([code, lines]).toEqual([0, ['the receipt is as it was sealed', 'these rules say the same']]);
  });

  it('exits 1 for a receipt that was altered', async () => {
    const altered = fileOf('altered.json', { receipt: { ...(await receipt()), percent: 50 } });
    const { code, lines } = await run(['rerun', altered, '--rules', RULES]);
    expect([code, lines]).toEqual([
      1,
      ['the receipt was altered after it was sealed', '/percent: 50 then, 100 now'],
    ]);
  });
});

describe('export and import on files', () => {
  it('writes what reads back as the same', async () => {
    const copy = join(folder, 'copy');
    expect(await run(['export', copy, '--rules', other])).toMatchObject({ code: 0 });
    expect(await run(['diff', other, copy])).toEqual({ code: 0, lines: [] });
    const passed = await run(['test', SET, '--rules', copy]);
    expect(passed).toEqual(await run(['test', SET, '--rules', other]));
  });

  it('brings one exported set into a folder', async () => {
    const into = join(folder, 'into');
    cpSync(RULES, into, { recursive: true });
    const content = raise(draftOf(shippedOf('credit'), SET));
    const exported = fileOf('edition.json', { number: 1, content });
    const { code, lines } = await run(['import', exported, '--rules', into, '--json']);
    expect([code, JSON.parse(lines[0] ?? '').files]).toEqual([
      0,
      expect.arrayContaining(['credit/params.json', 'credit/completion.json']),
    ]);
    expect((await run(['diff', RULES, into, '--language', 'en'])).lines).toContain(raised);
  });

  it('exits 2 for what is no export, and for a folder that cannot be written', async () => {
    expect((await run(['import', fileOf('none.json', {})])).refusal).toContain('holds no edition');
    expect((await run(['export', fileOf('file.json', {}), '--rules', RULES])).code).toBe(2);
    expect((await run(['export', '--rules', RULES])).refusal).toContain('<folder> is missing');
  });
});

describe('on a running system', () => {
  const operator: Actor = { kind: 'key', id: 'operator', grants: [{ role: 'operator', scope: 'all' }] };
  let stage: Awaited<ReturnType<typeof openStage>>;
  let server: Server;
  let address: string;
  beforeAll(async () => {
    stage = await openStage();
    server = await openServer(stage.ctx);
    await server.app.listen({ port: 0, host: '127.0.0.1' });
    address = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
    vi.stubEnv('QADAM_API_KEY', (await server.authorisationOf(operator)).replace('Bearer ', ''));
  }, 60_000);
  afterAll(async () => {
    vi.unstubAllEnvs();
    await server.close();
    await stage.close();
  });

  it('reads its rules as a folder’s', async () => {
    const folder = await run(['lint']);
    expect(folder).toMatchObject({ code: 0, lines: [expect.stringMatching(/^\d+ files, no faults$/)] });
    expect(await run(['lint', '--rules', address])).toEqual(folder);
    expect(await run(['diff', RULES, address])).toEqual({ code: 0, lines: [] });
    const { lines } = await run(['test', SET, '--rules', address]);
    expect(lines).toEqual([expect.stringMatching(/^credit\.completion: \d+ cases pass$/)]);
  });

  it('tells what was published since, and simulates a draft', async () => {
    await published(stage.ctx, raise);
    const { lines } = await run(['diff', RULES, address, '--language', 'en']);
    expect(lines).toEqual([raised, expect.stringMatching(/^Cases of “Payout and re-credit”: \d+ added/)]);
    const draft = await drafted(stage.ctx, (content) => content);
    const simulated = await run(['simulate', SET, '--draft', draft, '--rules', address]);
    expect(simulated.lines).toEqual([
      'all: 0 people, 0 gain, 0 lose, 0 move (0 points on average); met 0 -> 0',
    ]);
  });

  it('exports what it published, and takes an edition from elsewhere as a draft', async () => {
    const copy = join(folder, 'live');
    expect(await run(['export', copy, '--rules', address])).toMatchObject({ code: 0 });
    expect(await run(['diff', copy, address])).toEqual({ code: 0, lines: [] });
    const back = ['import', RULES, '--rules', address, '--from', '2027-03-01', '--reason', 'As shipped'];
    const { code, lines } = await run([...back, '--json']);
    const { drafts } = JSON.parse(lines[0] ?? '') as { drafts: { set: string; draft: string }[] };
    expect([code, drafts.length]).toEqual([0, 1]);
    const [{ set, draft } = { set: '', draft: '' }] = drafts;
    const headers = { authorization: await server.authorisationOf(operator) };
    const url = `${address}/v1/rule-sets/${set}/drafts/${draft}`;
    const kept = (await (await fetch(url, { headers })).json()) as object;
    expect(kept).toMatchObject({ state: 'draft', from: '2027-03-01', reason: 'As shipped' });
    expect((await run(['import', address, '--rules', address])).lines).toEqual([
      'nothing is other: no draft',
    ]);
  });

  it('says what is lacking: a key, a server', async () => {
    const nobody = await run(['lint', '--rules', 'http://127.0.0.1:9']);
    expect([nobody.code, nobody.refusal]).toEqual([2, expect.stringContaining('no server answers')]);
    vi.stubEnv('QADAM_API_KEY', 'not-a-key');
    expect((await run(['lint', '--rules', address])).refusal).toContain('401');
    vi.stubEnv('QADAM_API_KEY', '');
    expect((await run(['lint', '--rules', address])).refusal).toContain('QADAM_API_KEY is missing');
  });
});
