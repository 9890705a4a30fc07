// The credit story from the first word to the re-credit, over grammY, Telegraf and the web chat, each in other
// languages, against real MongoDB and Redis.
import { afterEach, describe, expect, it } from 'vitest';
import { openWorld, type World, type WorldKind } from '../../support/world/world.ts';
import type { StoryLanguages } from '../../story/credit/cast.ts';
import { expectOutcome } from '../../story/credit/outcome.ts';
import { playCreditStory } from '../../story/credit/story.ts';

const performances: readonly (readonly [WorldKind, StoryLanguages])[] = [
  ['grammY', { student: 'kk', staff: 'ru' }],
  ['Telegraf', { student: 'ru', staff: 'kk' }],
  ['web', { student: 'en', staff: 'en' }],
];

let world: World;
afterEach(() => world.close());

describe.each(performances)('the credit story over %s (%o)', (kind, languages) => {
  it('goes from registration to payout and re-credit', async () => {
    world = await openWorld(kind);
    const { financialCentre, registrar } = await playCreditStory(world, languages);
    expect(await financialCentre.count('credit-staff:card.payout')).toBe(1);
    expect(await registrar.count('credit-staff:notice.recredit-granted')).toBe(1);
    await expectOutcome(world);
  }, 120_000);
});
