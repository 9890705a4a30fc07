// The badge story as `npm run story -- badge` tells it over the web chat, from the application to a bronze award.
import { describe, expect, it } from 'vitest';
import { languages } from '../../../engine/kernel/languages.ts';
import { programmes } from '../../../engine/programmes/registry.ts';
import { askedFor } from '../../story/asked.ts';
import { tell } from '../../story/tell.ts';
import { inCampaign } from '../../support/run/campaign.ts';

describe.each(inCampaign ? languages : (['kk'] as const))(
  '`npm run story -- badge --language %s`',
  (language) => {
    it('B-27: goes from the application to a bronze badge, and ends in one line of JSON', async () => {
      const lines: string[] = [];
      const asked = await askedFor(['badge', '--language', language], programmes);
      await tell(asked, { programmes, write: (line) => lines.push(line) });
      const result = JSON.parse(lines.at(-1) ?? '');
      expect(result).toEqual({
        ...{ programme: 'badge', level: 'bronze', percent: 100, awarded: true },
        certificate: expect.stringMatching(/^\d{2}-/),
      });
    }, 300_000);
  },
);
