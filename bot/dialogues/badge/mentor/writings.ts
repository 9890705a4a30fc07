// What the staff write: logs and journals of their own, final notes, conclusions, letters to the operator. Each is asked for
// in words, and goes where its kind goes.
import { scopesOf } from '../../../../engine/kernel/actor.ts';
import { text } from '../../../../engine/kernel/message.ts';
import type { Result } from '../../../../engine/kernel/result.ts';
import {
  writeConclusion,
  writeFinalNote,
  writeLog,
  writeToOperator,
} from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Step } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { attach } from '../../../dialogue/steps/attach.ts';
import { call } from '../../../dialogue/steps/call.ts';
import { answer, answerList } from '../../../dialogue/talk.ts';
import { freeText } from '../../fields/free-text.ts';
import { menuButton } from '../../shared/endings.ts';
import { MESSAGE_FILES } from '../journal/thread.ts';
import type { BadgeTalk } from '../talk.ts';

interface Writing {
  /** The dialogue's id. */
  readonly id: string;
  /** Texts `badge-mentor:writing.<name>` and `.<name>-done`. */
  readonly name: string;
  /** Asked besides, before the files. */
  readonly more?: readonly Step<EngineContext>[];
  readonly write: (talk: BadgeTalk, body: Body) => Promise<Result<unknown>>;
}
type Body = { readonly text: string; readonly media: readonly string[] };

const WORDS = freeText({ least: 5, most: 3000 });

const writing = ({ id, name, more = [], write }: Writing): Dialogue<EngineContext> =>
  dialogue(id, { version: 1 }, [
    ask('text', WORDS, `badge-mentor:writing.${name}`),
    ...more,
    attach('files', 'badge-journal:message.files', MESSAGE_FILES),
    call(
      'write',
      (talk: BadgeTalk) =>
        write(talk, { text: answer(talk.draft, 'text'), media: answerList(talk.draft, 'files') }),
      {
        ok: () => ({
          texts: [text(`badge-mentor:writing.${name}-done`)],
          buttons: [[menuButton()]],
          next: 'end',
        }),
      },
    ),
  ]);

/** Only one's own region: the coordinator's. */
const regionOf = ({ actor }: BadgeTalk): string =>
  scopesOf(actor, 'regional-coordinator')[0]?.slice('region:'.length) ?? '';

export const writings: readonly Dialogue<EngineContext>[] = [
  writing({
    ...{ id: 'badge.log-own', name: 'log-own' },
    write: (talk, body) => writeLog(talk.env, talk.command('write'), { about: 'own', ...body }),
  }),
  writing({
    ...{ id: 'badge.log', name: 'log' },
    write: (talk, body) =>
      writeLog(talk.env, talk.command('write'), { about: 'participation', subject: talk.argument, ...body }),
  }),
  writing({
    ...{ id: 'badge.log-mentor', name: 'log-mentor' },
    write: (talk, body) =>
      writeLog(talk.env, talk.command('write'), { about: 'mentor', subject: talk.argument, ...body }),
  }),
  writing({
    ...{ id: 'badge.final-note', name: 'final-note' },
    more: [ask('recommendation', WORDS, 'badge-mentor:writing.recommendation')],
    write: (talk, body) =>
      writeFinalNote(talk.env, talk.command('write'), {
        ...{ participation: talk.argument, recommendation: answer(talk.draft, 'recommendation') },
        ...body,
      }),
  }),
  writing({
    ...{ id: 'badge.conclude', name: 'conclusion' },
    write: (talk, body) =>
      writeConclusion(talk.env, talk.command('write'), { participation: talk.argument, ...body }),
  }),
  writing({
    ...{ id: 'badge.conclude-mentor', name: 'conclusion' },
    write: (talk, body) =>
      writeConclusion(talk.env, talk.command('write'), { mentor: talk.argument, ...body }),
  }),
  writing({
    ...{ id: 'badge.letter', name: 'letter' },
    write: (talk, body) =>
      writeToOperator(talk.env, talk.command('write'), { region: regionOf(talk), ...body }),
  }),
];
