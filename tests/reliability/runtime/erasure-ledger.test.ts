// The ledger of erasures: what was added is there after any crash, each person once; a damaged line is never passed over.
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { appendErasures, readErasures } from '../../../engine/runtime/erasure-ledger.ts';
import { ledgerPart } from '../../../engine/runtime/keep-erasures.ts';
import type { StoredEvent } from '../../../engine/store/owned.ts';

let place: string;
let file: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'qadam-ledger-'));
  file = join(place, 'kept', 'erasures.jsonl');
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const entry = (person: string) => ({
  person,
  at: '2026-10-05T06:00:00.000Z',
  by: `person:${person}`,
  iinHash: null,
});

it('gives back what was added, each person once, to its owner alone', async () => {
  expect(readErasures(file)).toEqual([]);
  await appendErasures(file, [entry('a'), entry('b')]);
  await appendErasures(file, [entry('b'), entry('c')]);
  expect(readErasures(file).map(({ person }) => person)).toEqual(['a', 'b', 'c']);
  expect(statSync(file).mode & 0o077).toBe(0);
});

it('holds ids and hashes only, whatever it is handed', async () => {
  await appendErasures(file, [{ ...entry('a'), name: 'Айым Мысалқызы' } as never]);
  expect(readFileSync(file, 'utf8')).not.toContain('Айым');
});

it('leaves out a last line that was cut off, and names a line before that cannot be read', async () => {
  await appendErasures(file, [entry('a')]);
  appendFileSync(file, '{"person":"b","at');
  expect(readErasures(file).map(({ person }) => person)).toEqual(['a']);
  appendFileSync(file, '\n');
  expect(() => readErasures(file)).toThrow(/line 2/);
});

const asked = {
  kind: 'event' as const,
  id: 'people/a/7.1',
  type: 'people.erasure-asked',
  at: new Date('2026-10-05T06:00:00Z'),
  actor: 'person:a',
  data: { person: 'a', stubs: [] as string[] },
} satisfies StoredEvent;

/** The ledger's subscribers, for an event. */
async function happens(event: StoredEvent, place = file): Promise<void> {
  const found = ledgerPart(place).subscriptions?.find((each) => each.event.type === event.type);
  for (const { run } of found?.subscribers ?? []) await run({} as never, event);
}

it('is written when the wish is carried', async () => {
  await happens(asked);
  expect(readErasures(file)).toEqual([
    { person: 'a', at: asked.at.toISOString(), by: 'person:a', iinHash: null },
  ]);
});

it('names the accounts that were joined to the person, too', async () => {
  await happens({ ...asked, data: { person: 'a', stubs: ['b', 'c'] } });
  expect(readErasures(file).map(({ person }) => person)).toEqual(['a', 'b', 'c']);
});

it('that cannot be written holds the erasure up', async () => {
  await expect(happens(asked, place)).rejects.toThrow();
});
