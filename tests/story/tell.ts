// Plays a programme's story, through the web chat unless told otherwise, and writes the conversation down, up to a chapter or to its end. The
// clock is the story's own: nobody waits for a day to pass.
import type { Language } from '../../engine/kernel/languages.ts';
import type { Programme } from '../../engine/programmes/programme.ts';
import type { StoryServers } from '../support/world/engine.ts';
import { openWorld, type World, type WorldKind } from '../support/world/world.ts';
import { overheard } from './overheard.ts';
import type { Outcome, Story } from './story.ts';
import { type Transcript, transcript } from './transcript.ts';

export interface Asked {
  readonly programme: string;
  readonly story: Story;
  /** The last one that is played, and the only one that is written; all of them where null. */
  readonly chapter: string | null;
  readonly language: Language;
}

export interface Telling {
  readonly programmes: readonly Programme[];
  /** Those of the test run where absent. */
  readonly servers?: StoryServers;
  readonly write: (line: string) => void;
  /** Through which channel; the web chat's where absent. */
  readonly channel?: WorldKind;
  /** What the staff speaks, where not what everybody speaks. */
  readonly staff?: Language;
  /** Looks at what the story has left behind. */
  readonly inspect?: (world: World) => Promise<void>;
}

/** @returns what came out. @throws Error with the last messages when the story does not go as told */
export async function tell(asked: Asked, telling: Telling): Promise<Outcome> {
  const { story, language } = asked;
  const { programmes, servers, write, inspect, channel = 'web', staff = language } = telling;
  const written = transcript({ people: story.people, language, clock: () => world.clock, write });
  const world: World = await openWorld(channel, {
    ...{ programmes, inWebChat: story.inWebChat },
    ...(servers && { servers }),
    staged: (stage) => overheard(stage, written),
  });
  try {
    const result = { programme: asked.programme, ...(await play(asked, world, written, staff)) };
    await inspect?.(world);
    write(`\n${JSON.stringify(result)}`);
    return result;
  } finally {
    await world.close();
  }
}

async function play(
  { story, chapter, language }: Asked,
  world: World,
  written: Transcript,
  staff: Language,
): Promise<Outcome> {
  const begun = await story.begin(withForms(world, written), { participant: language, staff });
  const last = chapter === null ? story.chapters.length : story.chapters.indexOf(chapter) + 1;
  for (const name of story.chapters.slice(0, last)) {
    if (chapter === null || name === chapter) written.chapter(name);
    await begun.play(name);
  }
  return begun.outcome();
}

/** A secure form is no chat, but belongs to what happened. */
const withForms = (world: World, written: Transcript): World => ({
  ...world,
  fillIdentity: (link, identity) => {
    written.form(Object.keys(identity));
    return world.fillIdentity(link, identity);
  },
});
