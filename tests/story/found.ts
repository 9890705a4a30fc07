// The story of a programme, found by its folder: tests/story/<programme>/story.ts beneath the programme's root.
import { foundIn } from '../../engine/programmes/found.ts';
import type { Programme } from '../../engine/programmes/programme.ts';
import type { Story } from './story.ts';

const isStory = (value: unknown): value is Story =>
  typeof value === 'object' && value !== null && 'chapters' in value && 'begin' in value;

/** @throws AppError `configuration` where the folder has none */
export async function storyIn(programme: Programme): Promise<Story> {
  const path = `tests/story/${programme.id}/story.ts`;
  const exported = await foundIn(programme, path, () => import(`./${programme.id}/story.ts`));
  return exported('story', isStory);
}
