// A programme's main story as tests tell it. `npm test` has it once, in all three channels at the same time; the campaigns
// in each channel with everybody in it, each in other languages, and as `npm run story` tells it in every language.
import { expect } from 'vitest';
import { type Language, languages } from '../../engine/kernel/languages.ts';
import { programmes } from '../../engine/programmes/registry.ts';
import { inCampaign } from '../support/run/campaign.ts';
import type { World, WorldKind } from '../support/world/world.ts';
import { askedFor } from './asked.ts';
import type { Outcome } from './story.ts';
import { tell } from './tell.ts';

/** Channel, what participants speak, what staff speaks. */
export type Performance = readonly [WorldKind, Language, Language];

const everywhere: Performance = ['all', 'kk', 'ru'];

export const performances: readonly Performance[] = !inCampaign
  ? [everywhere]
  : [
      everywhere,
      ['grammY', 'kk', 'ru'],
      ['Telegraf', 'ru', 'kk'],
      ...languages.map((language) => ['web', language, language] as const),
    ];

/** @returns what came out: the last line. @throws Error with the last messages when it does not go as told */
export async function told(
  programme: string,
  [channel, language, staff]: Performance,
  inspect?: (world: World) => Promise<void>,
): Promise<Outcome> {
  const lines: string[] = [];
  const asked = await askedFor([programme, '--language', language], programmes);
  const result = await tell(asked, {
    ...{ programmes, channel, staff },
    write: (line) => lines.push(line),
    inspect: async (world) => {
      expect(world.objections()).toEqual([]);
      await inspect?.(world);
    },
  });
  expect(JSON.parse(lines.at(-1) ?? '')).toEqual(result);
  return result;
}
