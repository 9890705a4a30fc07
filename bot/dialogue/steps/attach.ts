// Asks for files: photos of the work, documents. They come one by one or as an album; "Done" ends the step.
import { text } from '../../../engine/kernel/message.ts';
import { reasonKey } from '../../../engine/kernel/result.ts';
import { FileRefused, FileTooLarge } from '../port.ts';
import type { Draft } from '../session.ts';
import type { InputStep, Prompt, Taken } from '../step.ts';
import { answerList, type Talk } from '../talk.ts';
import type { FileKind, FileRef, Input } from '../update.ts';

const DONE = '!done';

export interface AttachSettings {
  readonly kinds: readonly FileKind[];
  /** Most files that are taken. */
  readonly most: number;
  readonly optional?: boolean;
  readonly when?: (draft: Draft) => boolean;
}

export function attach<E>(id: string, key: string, settings: AttachSettings): InputStep<E> {
  return {
    kind: 'input',
    id,
    optional: settings.optional ?? false,
    ...(settings.when && { when: settings.when }),
    files: settings.kinds,

    gathered: (draft) => {
      const kept = answerList(draft, id);
      return kept.length > 0 ? kept : null;
    },

    async prompt(talk): Promise<Prompt> {
      const count = answerList(talk.draft, id).length;
      if (count === 0) return { texts: [text(key, { most: settings.most })] };
      const done = { label: text('common:button.done'), action: { choice: DONE } };
      return {
        texts: [text('common:dialogue.files-so-far', { count, most: settings.most })],
        buttons: [[done]],
      };
    },

    async take(talk, input, choice): Promise<Taken> {
      const kept = answerList(talk.draft, id);
      if (choice === DONE && kept.length > 0) return { kind: 'answer', value: kept };
      if (input.kind !== 'file') return again('common:dialogue.send-a-file');
      return takeFile(talk, input, kept, settings);
    },
  };
}

async function takeFile<E>(
  talk: Talk<E>,
  input: Extract<Input, { kind: 'file' }>,
  kept: readonly string[],
  settings: AttachSettings,
): Promise<Taken> {
  const { file } = input;
  if (!isWanted(file, settings.kinds)) return again('common:dialogue.wrong-kind-of-file');
  if (kept.length >= settings.most) return again('common:dialogue.enough-files', { most: settings.most });
  try {
    const files = [...kept, await talk.keep(file, settings.kinds)];
    return files.length === settings.most ? { kind: 'answer', value: files } : { kind: 'more', value: files };
  } catch (error) {
    if (error instanceof FileTooLarge) {
      return again('common:dialogue.file-too-large', { megabytes: Math.floor(error.limit / 1024 ** 2) });
    }
    const [reason] = error instanceof FileRefused ? error.reasons : [];
    if (reason?.code === 'common.file-type') return again('common:dialogue.wrong-kind-of-file');
    if (reason) return { kind: 'again', problem: text(reasonKey(reason), reason.params) };
    throw error;
  }
}

/** A picture sent "as a file" is a photo all the same. Not every telephone says its type; what is fetched decides. */
const isWanted = ({ kind, mime, name }: FileRef, kinds: readonly FileKind[]): boolean =>
  kinds.includes(kind) ||
  (kind === 'document' &&
    kinds.includes('photo') &&
    (PICTURE.test(mime ?? '') || (isUntold(mime) && PICTURE_NAME.test(name ?? ''))));

const PICTURE = /^image\/(jpe?g|pjpeg|png|webp|hei[cf])$/i;
const PICTURE_NAME = /\.(jpe?g|png|webp|hei[cf])$/i;

const isUntold = (mime: string | null): boolean => mime === null || mime === 'application/octet-stream';

const again = (key: string, params?: Record<string, number>): Taken => ({
  kind: 'again',
  problem: text(key, params),
});
