// Hostile inputs at the whole API process: the admin API, the web chat, both bots' webhooks, the secure forms. Nothing of it
// may be a failure, end the process, hold it up, fill it, or stand in the database as something that it is not.
// HOSTILE_SEED=<seed> gives the same inputs again, HOSTILE_INPUTS=<number> as many as wanted, HOSTILE_REPORT=1 a table of
// the answers; a fault names the seed of its batch and its place in it.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inboxEntries } from '../../../engine/store/inbox.ts';
import { type ApiDocument, apiAttacks } from '../../support/hostile/attacks/api.ts';
import { chatAttacks } from '../../support/hostile/attacks/chat.ts';
import { formAttacks } from '../../support/hostile/attacks/forms.ts';
import { telegramAttacks } from '../../support/hostile/attacks/telegram.ts';
import { type Battlefield, openBattlefield } from '../../support/hostile/battlefield.ts';
import { attack, type Campaign } from '../../support/hostile/campaign.ts';
import { hostileKeysIn } from '../../support/hostile/hostile-keys.ts';
import { inCampaign } from '../../support/run/campaign.ts';
import { countOf } from '../../support/run/counts.ts';
import { checkInvariants } from '../model/invariants/check.ts';
import type { Violation } from '../model/invariants/invariant.ts';

const inputs = Number(process.env.HOSTILE_INPUTS ?? countOf('hostileInputs'));
const seed = Number(process.env.HOSTILE_SEED ?? process.env.SEED);
const SECOND = 1_000;
/** What the bots say of an update that is none. */
const LEFT = 'An update is misshapen';
const MEGABYTE = 1024 ** 2;

let field: Battlefield;
let campaign: Campaign;
/** The story is told by machines, and at its own time: that is not how it happens. */
let before: readonly Violation[];

beforeAll(
  async () => {
    field = await openBattlefield();
    const { target, known, keys, formSecrets, bots, story } = field;
    before = await checkInvariants(story.ctx.db, { atRest: true });
    const document = (await (await fetch(`${target.url}/openapi.json`)).json()) as ApiDocument;
    const attacks = fc.oneof(
      { weight: 10, arbitrary: apiAttacks({ document, known, keys }) },
      { weight: 4, arbitrary: chatAttacks(12) },
      { weight: 4, arbitrary: telegramAttacks(bots) },
      { weight: 2, arbitrary: formAttacks(formSecrets) },
    );
    campaign = await attack(target, attacks, { inputs, seed });
    if (process.env.HOSTILE_REPORT) console.log(reportOf(campaign, field));
  },
  Math.max(240, inputs / 10) * SECOND,
);
afterAll(() => field?.close(), 60 * SECOND);

describe('hostile inputs', () => {
  test('each is answered, by what was asked for or by a refusal in its form', () => {
    expect(campaign.faults).toEqual([]);
  });

  test('they get past the first check, everywhere', () => {
    const heard = (what: RegExp, status: (status: number) => boolean): number =>
      [...campaign.statuses].reduce(
        (sum, [name, counts]) =>
          what.test(name)
            ? sum + [...counts].reduce((all, [each, n]) => all + (status(each) ? n : 0), 0)
            : sum,
        0,
      );
    const isGood = (status: number) => status < 400;
    const isRefusal = (status: number) => [400, 404, 409, 412, 413, 415, 422].includes(status);
    // Few inputs are few chances: of them one is asked for, of many a share. Time may be up before all were sent.
    const least = inCampaign ? heard(/./, () => true) / 200 : 0;
    // Forms take right numbers only, and a link is good for one answer.
    if (inCampaign) expect(heard(/^form/, isGood), 'good answers of forms').toBeGreaterThan(0);
    for (const family of [/^(GET|POST) \/v1/, /^chat message/, /^update/])
      expect(heard(family, isGood), `good answers of ${family}`).toBeGreaterThan(least);
    for (const family of [/^(GET|POST) \/v1/, /^chat message/, /^update/, /^form/])
      expect(heard(family, isRefusal), `refusals of ${family}`).toBeGreaterThan(least);
  });

  test('the process lives, nothing got into the prototypes, and its log has no failure in it', () => {
    expect(field.target.isAlive()).toBe(true);
    expect(field.target.vitals().polluted).toEqual([]);
    expect(field.target.log.filter((line) => !line.includes(LEFT))).toEqual([]);
  });

  // Figures of a process on a machine that others use, too: for a campaign, which is looked at by people.
  if (inCampaign)
    test('it lets others in at least every 100 ms, and stays under 400 MB', () => {
      const { blocks, longest, memory } = field.target.vitals();
      expect(longest, JSON.stringify(blocks)).toBeLessThan(100);
      expect(memory / MEGABYTE).toBeLessThan(400);
    });

  test('no update is dead, and at rest everything holds', async () => {
    const { db } = field.story.ctx;
    expect(await inboxEntries.on(db).find({ state: 'dead' }).lean()).toEqual([]);
    const known = new Set(before.map(({ what }) => what));
    const broken = async () =>
      (await checkInvariants(db, { atRest: true })).filter(({ what }) => !known.has(what));
    await expect.poll(broken, { timeout: 60 * SECOND, interval: 500 }).toEqual([]);
  }, 90_000);

  test('nothing hostile became a part of a document', async () => {
    expect(await hostileKeysIn(field.story.ctx.db)).toEqual([]);
  });
});

function reportOf({ statuses, slowest }: Campaign, { target }: Battlefield): string {
  const rows = [...statuses].sort().map(([what, counts]) => {
    const all = [...counts].sort(([a], [b]) => a - b).map(([status, count]) => `${status}×${count}`);
    return `${what.padEnd(50)} ${all.join(' ')}`;
  });
  const { longest, memory, blocks } = target.vitals();
  const vitals = `longest turn ${longest.toFixed(1)} ms, ${(memory / MEGABYTE).toFixed(0)} MB, ${JSON.stringify(blocks)}`;
  return [...rows, vitals, `slowest: ${slowest.milliseconds.toFixed(0)} ms ${slowest.what}`].join('\n');
}
