// The five grounds of a nomination in a chat: which of them, and for each what it was and the document that backs it.
import { text } from '../../../engine/kernel/message.ts';
import { type Ground, grounds, type NamedGround } from '../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import type { Draft } from '../../dialogue/session.ts';
import type { Step } from '../../dialogue/step.ts';
import { ask } from '../../dialogue/steps/ask.ts';
import { attach } from '../../dialogue/steps/attach.ts';
import type { Option } from '../../dialogue/steps/choose.ts';
import { chooseSeveral } from '../../dialogue/steps/choose-several.ts';
import type { Change } from '../../dialogue/steps/review.ts';
import { answer, answerList } from '../../dialogue/talk.ts';
import { freeText } from '../fields/free-text.ts';

const options = grounds.map((value) => ({ value, label: text(`contest:ground.${value}`) }));

const isNamed =
  (ground: Ground) =>
  (draft: Draft): boolean =>
    answerList(draft, 'grounds').includes(ground);

const whatStep = (ground: Ground): string => `what-${ground}`;
const filesStep = (ground: Ground): string => `files-${ground}`;

/** How one asks: the nominee of themselves, or the college of its student. */
export interface GroundTexts {
  readonly which: string;
  readonly what: (ground: Ground) => string;
  readonly files: (ground: Ground) => string;
}

export const groundSteps = ({ which, what, files }: GroundTexts): readonly Step<EngineContext>[] => [
  chooseSeveral('grounds', options, which, {
    chosen: 'contest:nominate.chosen-ground',
    none: 'contest:nominate.no-ground',
  }),
  ...grounds.flatMap((ground): readonly Step<EngineContext>[] => [
    ask(whatStep(ground), freeText({ least: 10, most: 500 }), what(ground), { when: isNamed(ground) }),
    attach(filesStep(ground), files(ground), {
      kinds: ['photo', 'document'],
      most: 3,
      when: isNamed(ground),
    }),
  ]),
];

export const markOptions: readonly Option[] = [5, 4, 3, 2].map((mark) => ({
  value: String(mark),
  label: text(`contest:mark.${mark}`),
}));

/** Ids of the steps that ask for documents: an edition may ask for none. */
export const documentSteps: readonly string[] = grounds.map(filesStep);

/** What may be given anew from the review. */
export const groundChanges: readonly Change[] = [{ step: 'grounds', label: 'contest:change.grounds' }];

export const groundsIn = (draft: Draft): readonly NamedGround[] =>
  grounds
    .filter((ground) => isNamed(ground)(draft))
    .map((ground) => ({
      ground,
      what: answer(draft, whatStep(ground)),
      media: [...answerList(draft, filesStep(ground))],
    }));
