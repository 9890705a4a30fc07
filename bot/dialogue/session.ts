// The state of one chat. Plain JSON: stored, and read again, between every two turns.
import type { Language } from '../../engine/kernel/languages.ts';
import type { Message, Text } from '../../engine/kernel/message.ts';

export type DraftValue = string | number | boolean | null | readonly string[];
export type Draft = Readonly<Record<string, DraftValue>>;

/** A dialogue under way. */
export interface Flow {
  readonly dialogue: string;
  readonly version: number;
  /** Tells this run's buttons from those of earlier runs. */
  readonly tag: string;
  readonly step: string;
  readonly draft: Draft;
  /** Steps answered so far, for Back. */
  readonly history: readonly string[];
  readonly argument: string;
  /** Which page of a long list is shown. */
  readonly page: number;
  /** One answer is being changed, or was filled in beforehand: what is answered already is not asked again. */
  readonly changing?: Changing | null;
  /** Steps whose answers were known when it began: they are not asked. */
  readonly known?: readonly string[];
  /** Whether to throw the answers away is being asked. */
  readonly leaving?: boolean;
}

export interface Changing {
  /** The review that is returned to. */
  readonly review: string;
  /** How things stood at the review, for Back. */
  readonly draft: Draft;
  readonly history: readonly string[];
}

/** A button that stands in the chat. One of `data` and `url` is there. */
export interface ShownButton {
  readonly label: Text;
  readonly data?: string;
  readonly url?: string;
  readonly app?: boolean;
}

/** What was shown last with buttons. */
export interface Shown {
  /** ISO 8601, UTC: when it was said. */
  readonly at: string;
  readonly buttons: readonly ShownButton[];
  /** Whom and what the messages speak of that hold them. */
  readonly about?: readonly string[];
}

/**
 * What a turn answers. `place` says whether it stands anew or in place of what was tapped or said last; what was said
 * last and stands above a file of the person's by now is said anew beneath it, and removed there.
 */
export interface Reply {
  readonly message: Message;
  readonly place: 'new' | 'tapped' | 'last';
  /** The tapped message is a card with the same files: they stay where they are. */
  readonly isSameCard?: true;
  /** Tag and step that the choice buttons answer. */
  readonly tag: string;
  readonly step: string;
}

export interface Turn {
  readonly replies: readonly Reply[];
  /** Shown briefly over the chat where the turn was a tap. */
  readonly toast: Text | null;
  /** The person's own message held sensitive data and must go. */
  readonly removeOwn: boolean;
  readonly language: Language;
  /** Answered before, by a process that did not come to say so: its answer may lie in the chat already. */
  readonly again?: true;
}

export interface Session {
  /** Compare-and-set on this; 0 before the first save. */
  readonly rev: number;
  readonly language: Language | null;
  readonly flow: Flow | null;
  /** Dialogues set aside by a side errand, newest last; taken up again after it. */
  readonly parked: readonly Flow[];
  /** Group of files (album) that the last turn belonged to. */
  readonly lastGroup: string | null;
  /** The album that filled a question to the last place: what comes of it afterwards is left out. */
  readonly fullAlbum?: { readonly group: string; readonly taken: number; readonly leftOut: number };
  readonly lastUpdate: string | null;
  readonly lastTurn: Turn | null;
  /** Updates handled before the last one, newest first. Absent in sessions of earlier deploys. */
  readonly handled?: readonly string[];
  /** The buttons that stand last in the chat. Absent in sessions of earlier deploys. */
  readonly shown?: Shown | null;
  /** Ids of whom and what `lastTurn` and `shown` speak of. Absent in sessions of earlier deploys. */
  readonly about?: readonly string[];
}

export const newSession: Session = {
  rev: 0,
  language: null,
  flow: null,
  parked: [],
  lastGroup: null,
  lastUpdate: null,
  lastTurn: null,
};

export interface SessionStore {
  load(chat: string): Promise<Session>;
  /** Saves with rev + 1 where the stored rev is still `session.rev`. @returns false when another turn was faster */
  save(chat: string, session: Session): Promise<boolean>;
}
