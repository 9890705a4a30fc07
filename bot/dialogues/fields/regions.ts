// The regions of the country to choose from.
import { text } from '../../../engine/kernel/message.ts';
import { regions } from '../../../engine/kernel/regions.ts';
import type { Option } from '../../dialogue/steps/choose.ts';

export const regionOptions: readonly Option[] = regions.map(({ code }) => ({
  value: code,
  label: text('common:region', { code }),
}));
