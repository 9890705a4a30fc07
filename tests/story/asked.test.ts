// What `npm run story` is asked for: a programme, one of its chapters, a language; or one line that names what there is.
import { expect, it } from 'vitest';
import { programmes } from '../../engine/programmes/registry.ts';
import { tiny } from '../tiny/engine/programmes/tiny/programme.ts';
import { withTiny } from '../tiny/registry.ts';
import { askedFor, NoSuchStory } from './asked.ts';
import { storyIn } from './found.ts';

const ids = withTiny.map(({ id }) => id).join(', ');

it('reads programme, chapter and language; Russian unless told otherwise', async () => {
  expect(await askedFor(['credit'], programmes)).toMatchObject({
    programme: 'credit',
    chapter: null,
    language: 'ru',
  });
  expect(await askedFor(['tiny', 'walk', '--language', 'kk'], withTiny)).toMatchObject({
    programme: 'tiny',
    chapter: 'walk',
    language: 'kk',
  });
});

it.each([
  [[], `npm run story -- <programme> [chapter] [--language kk|ru|en]; programmes: ${ids}`],
  [['walk'], `There is no programme walk; programmes: ${ids}`],
  [['tiny', 'hours'], 'The story of tiny has no chapter hours; chapters: joining, walk'],
  [['tiny', '--language', 'de'], 'There is no language de; languages: kk, ru, en'],
  [['tiny', 'walk', 'joining'], 'One chapter at most'],
  [['tiny', '--loud'], "Unknown option '--loud'"],
])('%j is answered in one line', async (args, message) => {
  const refused = await askedFor(args, withTiny).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(NoSuchStory);
  expect(String((refused as Error).message)).toContain(message);
  expect((refused as Error).message).not.toContain('\n');
});

it('every programme has its story, and one without is named', async () => {
  for (const programme of withTiny) expect((await storyIn(programme)).chapters.length).toBeGreaterThan(0);
  await expect(storyIn({ ...tiny, id: 'fifth' })).rejects.toThrow(
    'programme fifth: tests/story/fifth/story.ts is missing',
  );
});
