// The credit story from the first word to the re-credit, over grammY, Telegraf and the web chat, each in other
// languages, against real MongoDB and Redis. Over the web chat it is told as `npm run story` tells it.
import { afterEach, describe, expect, it } from 'vitest';
import { languages } from '../../../engine/kernel/languages.ts';
import { programmes } from '../../../engine/programmes/registry.ts';
import { askedFor } from '../../story/asked.ts';
import type { StoryLanguages } from '../../story/credit/cast.ts';
import { expectOutcome } from '../../story/credit/outcome.ts';
import { playCreditStory } from '../../story/credit/story.ts';
import { tell } from '../../story/tell.ts';
import { inCampaign } from '../../support/run/campaign.ts';
import { openWorld, type World, type WorldKind } from '../../support/world/world.ts';

const performances: readonly (readonly [WorldKind, StoryLanguages])[] = [
  ['grammY', { student: 'kk', staff: 'ru' }],
  ['Telegraf', { student: 'ru', staff: 'kk' }],
];

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

describe.each(performances)('the credit story over %s (%o)', (kind, spoken) => {
  it('goes from registration to payout and re-credit', async () => {
    world = await openWorld(kind);
    const { financialCentre, registrar } = await playCreditStory(world, spoken);
    expect(await financialCentre.count('credit-staff:card.payout')).toBe(1);
    expect(await registrar.count('credit-staff:notice.recredit-granted')).toBe(1);
    await expectOutcome(world);
  }, 120_000);
});

// The other two languages are heard above.
describe.each(inCampaign ? languages : (['en'] as const))(
  '`npm run story -- credit --language %s`',
  (language) => {
    it('goes over the web chat, and ends in one line of JSON', async () => {
      const lines: string[] = [];
      const asked = await askedFor(['credit', '--language', language], programmes);
      const write = (line: string) => lines.push(line);
      const inspect = async (played: World) => {
        await expectOutcome(played);
        expect(
          await played.person('financial-centre', 'staff', language).count('credit-staff:card.payout'),
        ).toBe(1);
      };
      await tell(asked, { programmes, write, inspect });
      expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
        ...{ programme: 'credit', payouts: 1, tenge: 20_000, academicCredits: 2 },
        certificate: expect.stringMatching(/^26(?:-[0-9A-Z]{5}){3}$/),
      });
    }, 120_000);
  },
);
