// What a programme brings to a desk, beside the ids in its manifest: its scripts, its block of the menu and of what is
// said of a person there. Exported by bot/dialogues/<programme>/{participant,staff}.ts; put together by assemble.ts.
import type { Button, Text } from '../../engine/kernel/message.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import type { Dialogue } from '../dialogue/step.ts';
import type { Talk } from '../dialogue/talk.ts';
import type { KnownPerson, MoreData } from './shared/my-data.ts';
import type { OpenLink } from './shared/open-link.ts';

export interface DeskPart {
  readonly dialogues: readonly Dialogue<EngineContext>[];
  /** The first words to somebody who came by themselves, with the ways in. */
  readonly introduction: (talk: Talk<EngineContext>) => Block;
  readonly menu: (talk: Talk<EngineContext>) => Promise<MenuBlock>;
  /** Text key of what it says of itself in /help. */
  readonly help?: string;
  /** Where the person stands, for /status; null for whoever does not take part. */
  readonly status?: (talk: Talk<EngineContext>) => Promise<Block | null>;
  /** What it keeps of a person, for /mydata, and what one can do about it. */
  readonly data?: (talk: Talk<EngineContext>, person: KnownPerson) => Promise<MoreData>;
  /** What the erasure of their data ends for a person, for /delete. */
  readonly losses?: (person: KnownPerson) => readonly Text[];
  /** Takes the deep links of its kinds; null for any other. */
  readonly openLink?: OpenLink;
}

/** Its block of the menu; `taking` where the person takes part. */
export interface MenuBlock extends Block {
  readonly taking: boolean;
  /** What waits for the person beyond review items: shown beside those counts. */
  readonly counts?: readonly Text[];
}

/** Paragraphs with rows of buttons. Labels tell programmes apart: blocks of several may stand in one message. */
export interface Block {
  readonly texts: readonly Text[];
  readonly rows: readonly (readonly Button[])[];
}
