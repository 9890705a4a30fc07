// The texts of the three languages fit one another: also within `npm test`, which others run without `npm run check`.
import { expect, it } from 'vitest';
import { textParity } from './checks/text-parity.ts';

it('every language has the same texts, with the same variables and its own plurals', async () => {
  expect(await textParity.run()).toEqual([]);
});
