// No pattern of the product can be kept busy: 30,000 letters made to hurt are looked through at once. A pattern that tries
// every place anew takes 450 million steps for them.
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Bait, baitFor, baitText, type Pattern, patternsIn } from '../../support/hostile/patterns.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** Computing time; 30,000 letters that are looked at once take less than one, tried anew at each place half a second. */
const MOST_MS = 250;
/** Of a short text. */
const SUSPICIOUS_MS = 0.7;
const ENOUGH = 2_000;
const LENGTHS = [12, 25, 28, 32, 60, 200, ENOUGH, 7_000, 12_000, 30_000];

const computing = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};

/** All matches where it looks for all, as the product asks. */
function run({ expression }: Pattern, text: string): void {
  expression.lastIndex = 0;
  if (expression.global) text.replace(expression, '');
  else expression.test(text);
}

/** Short ones first: what takes twice as long for each letter would never end on a long one. */
function isBusy(pattern: Pattern, bait: Bait): boolean {
  for (const length of LENGTHS) {
    const time = timeOf(pattern, bait, length);
    if (time > MOST_MS) return true;
    // Each place tried anew is seen by now: nothing of it grows.
    if (length === ENOUGH && time < SUSPICIOUS_MS) return false;
  }
  return false;
}

/** Of three, the quickest: others may have been in the way, in this process, too. */
function timeOf(pattern: Pattern, bait: Bait, length: number): number {
  const text = baitText(bait, length);
  const first = computing(() => run(pattern, text));
  return first > SUSPICIOUS_MS
    ? Math.min(
        first,
        computing(() => run(pattern, text)),
        computing(() => run(pattern, text)),
      )
    : first;
}

function busyWith(pattern: Pattern): string | null {
  const bait = baitFor(pattern.expression).find((each) => isBusy(pattern, each));
  return bait ? `${pattern.name} by ${JSON.stringify(bait)}` : null;
}

test('a pattern that can be kept busy is found', () => {
  for (const expression of [/(a+)+$/, /\d{5,}:x/g, /\s+$/])
    expect(busyWith({ name: 'bad', expression }), String(expression)).not.toBeNull();
});

test('none of the product can', () => {
  const patterns = patternsIn(root, 'api', 'bot', 'engine', 'locales');
  expect(patterns.length).toBeGreaterThan(100);
  expect(patterns.map(busyWith).filter((each) => each !== null)).toEqual([]);
}, 120_000);
