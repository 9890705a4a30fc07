// How the rules have their texts put into words: by whoever calls, at the edge. They render nothing themselves.
import type { Text } from '../kernel/message.ts';

/** Puts a text into the reader's language. */
export type Say = (text: Text) => string;

/** True when a text is written. */
export type Knows = (key: string) => boolean;
