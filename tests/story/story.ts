// What the main story of a programme is made of: chapters in their order, the people in it, and what comes out. A programme
// has one at tests/story/<programme>/story.ts; the tests and `npm run story` play the same.
import type { Desk } from '../../engine/kernel/chat.ts';
import type { Language } from '../../engine/kernel/languages.ts';
import type { World } from '../support/world/world.ts';

/** Which language people speak, by the desk where they are. */
export type StoryLanguages = Readonly<Record<Desk, Language>>;

/** Figures and numbers by name, as plain JSON. */
export type Outcome = Readonly<Record<string, string | number | boolean | null>>;

/** By name, in the order of the story. */
export type Chapters<Cast> = Readonly<Record<string, (world: World, cast: Cast) => Promise<void>>>;

export interface Story {
  readonly chapters: readonly string[];
  /** What people are called, by the names of their chats. */
  readonly people: Readonly<Record<string, Readonly<Record<Language, string>>>>;
  /** Who is in the web chat where the story is told in all channels at once; everybody else is in Telegram. */
  readonly inWebChat: readonly string[];
  begin(world: World, languages: StoryLanguages): Promise<StoryUnderWay>;
}

export interface StoryUnderWay {
  /** @throws Error with the last messages when it does not go as told */
  play(chapter: string): Promise<void>;
  /** What has come out so far. */
  outcome(): Promise<Outcome>;
}

interface Telling<Cast> {
  readonly people: Story['people'];
  readonly inWebChat?: Story['inWebChat'];
  /** Who and what is there from the beginning. */
  readonly open: (world: World, languages: StoryLanguages) => Promise<Cast>;
  readonly chapters: Chapters<Cast>;
  readonly outcome: (world: World) => Promise<Outcome>;
}

export const storyOf = <Cast>({ people, inWebChat = [], open, chapters, outcome }: Telling<Cast>): Story => ({
  ...{ people, inWebChat },
  chapters: Object.keys(chapters),
  begin: async (world, languages) => {
    const cast = await open(world, languages);
    return {
      play: async (name) => chapters[name]?.(world, cast),
      outcome: () => outcome(world),
    };
  },
});

/** The whole story, one chapter after the other. */
export async function playWhole<Cast>(chapters: Chapters<Cast>, world: World, cast: Cast): Promise<Cast> {
  for (const play of Object.values(chapters)) await play(world, cast);
  return cast;
}
