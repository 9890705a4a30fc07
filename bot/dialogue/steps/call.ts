// Calls a use-case with what was gathered: the only step that changes anything. Says how it went.
import { type Button, type Text, text } from '../../../engine/kernel/message.ts';
import { type Reason, type Result, reasonKey } from '../../../engine/kernel/result.ts';
import type { Draft } from '../session.ts';
import type { EffectStep, Outcome } from '../step.ts';
import type { Talk } from '../talk.ts';

/** A use-case bound to the draft: reads it, names the command, gives the result. */
export type Action<E, R> = (talk: Talk<E>) => Promise<Result<R>>;

/** What is said on success: a text key, texts, or a whole outcome. */
export type Said<E, R> = string | ((value: R, talk: Talk<E>) => Outcome | Promise<Outcome>);

export interface CallSettings<E, R> {
  readonly ok: Said<E, R>;
  /** What is said on refusal; the reasons in words unless told otherwise. */
  readonly refused?: (reasons: readonly Reason[], talk: Talk<E>) => Outcome | Promise<Outcome>;
  readonly when?: (draft: Draft) => boolean;
}

export function call<E, R>(id: string, action: Action<E, R>, settings: CallSettings<E, R>): EffectStep<E> {
  return {
    kind: 'effect',
    id,
    ...(settings.when && { when: settings.when }),
    async run(talk): Promise<Outcome> {
      const result = await handingOver(talk, action);
      if (!result.ok)
        return settings.refused ? settings.refused(result.reasons, talk) : showReasons(result.reasons);
      const { ok } = settings;
      return typeof ok === 'string' ? { texts: [text(ok)], next: 'on' } : ok(result.value, talk);
    },
  };
}

/** Files of the draft are claimed before: whatever breaks off, none that was taken is thrown away. */
async function handingOver<E, R>(talk: Talk<E>, action: Action<E, R>): Promise<Result<R>> {
  const files = Object.values(talk.draft).flatMap((value) => (Array.isArray(value) ? value.map(String) : []));
  if (files.length === 0) return action(talk);
  await talk.handOver(files, null);
  const result = await action(talk);
  await talk.handOver(files, result.ok);
  return result;
}

/** The reasons in words; the dialogue ends. */
export const showReasons = (reasons: readonly Reason[]): Outcome => ({
  texts: reasonTexts(reasons),
  next: 'end',
});

/** The reasons in words, and the step whose answer is at fault is asked again. */
export const askAgain =
  (step: string) =>
  (reasons: readonly Reason[]): Outcome => ({ texts: reasonTexts(reasons), next: { back: step } });

export const reasonTexts = (reasons: readonly Reason[]): readonly Text[] =>
  reasons.map((reason) => text(reasonKey(reason), reason.params));

export interface SaySettings {
  readonly when?: (draft: Draft) => boolean;
}

/** Says something that depends on what was gathered. */
export function say<E>(
  id: string,
  speak: (talk: Talk<E>) => Outcome | Promise<Outcome>,
  settings: SaySettings = {},
): EffectStep<E> {
  return {
    kind: 'effect',
    id,
    ...(settings.when && { when: settings.when }),
    run: async (talk) => speak(talk),
  };
}

/** An outcome of one text, for scripts. */
export const saying = (key: string, params?: Text['params'], more: Partial<Outcome> = {}): Outcome => ({
  texts: [text(key, params)],
  next: 'on',
  ...more,
});

/** A button that starts a dialogue. */
export const goButton = (label: string, go: string, argument = '', params?: Text['params']): Button => ({
  label: text(label, params),
  action: { go, argument },
});

/** A button that opens a page. */
export const linkButton = (label: string, url: string): Button => ({ label: text(label), action: { url } });
