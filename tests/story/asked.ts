// What was asked for on the command line, or one line that names what there is.
import { parseArgs } from 'node:util';
import { type Language, languages } from '../../engine/kernel/languages.ts';
import type { Programme } from '../../engine/programmes/programme.ts';
import { storyIn } from './found.ts';
import type { Asked } from './tell.ts';

export const USAGE = 'npm run story -- <programme> [chapter] [--language kk|ru|en]';

/** Asked for what there is not: the message says so, and names what there is. */
export class NoSuchStory extends Error {}

/** @throws NoSuchStory */
export async function askedFor(args: readonly string[], programmes: readonly Programme[]): Promise<Asked> {
  const { programme: id, chapter, language, extra } = read(args);
  const ids = programmes.map((each) => each.id).join(', ');
  const programme = programmes.find((each) => each.id === id);
  if (id === undefined) throw new NoSuchStory(`${USAGE}; programmes: ${ids}`);
  if (!programme) throw new NoSuchStory(`There is no programme ${id}; programmes: ${ids}`);
  const story = await storyIn(programme);
  const chapters = story.chapters.join(', ');
  if (chapter !== undefined && !story.chapters.includes(chapter))
    throw new NoSuchStory(`The story of ${id} has no chapter ${chapter}; chapters: ${chapters}`);
  if (extra.length > 0) throw new NoSuchStory(`One chapter at most: ${USAGE}; chapters: ${chapters}`);
  return { programme: id, story, chapter: chapter ?? null, language };
}

interface Line {
  readonly programme: string | undefined;
  readonly chapter: string | undefined;
  readonly extra: readonly string[];
  readonly language: Language;
}

function read(args: readonly string[]): Line {
  const { values, positionals } = parsed(args);
  const language = languages.find((each) => each === values.language);
  if (!language)
    throw new NoSuchStory(`There is no language ${values.language}; languages: ${languages.join(', ')}`);
  const [programme, chapter, ...extra] = positionals;
  return { programme, chapter, extra, language };
}

function parsed(args: readonly string[]) {
  try {
    const options = { language: { type: 'string', default: 'ru' } } as const;
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new NoSuchStory(`${error instanceof Error ? error.message : error}; ${USAGE}`);
  }
}
