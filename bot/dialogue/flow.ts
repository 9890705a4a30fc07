// How a dialogue under way moves: forward, back, to one answer that is changed and back to the review. Pure.
import type { Draft, Flow } from './session.ts';
import type { Dialogue, Step, Taken } from './step.ts';

/** The flow as a changed dialogue takes it; null when it cannot be carried over. */
export function migrated<E>(dialogue: Dialogue<E>, flow: Flow): Flow | null {
  const carried = dialogue.migrate?.(flow.draft, flow.version);
  return carried
    ? { ...flow, ...carried, version: dialogue.version, page: 0, changing: null, leaving: false }
    : null;
}

/** One answer is given anew; those that depended on it are asked again. */
export function changing(flow: Flow, { step, clears }: Extract<Taken, { kind: 'change' }>): Flow {
  const { draft, history } = flow;
  return {
    ...flow,
    step,
    page: 0,
    draft: Object.fromEntries(Object.entries(draft).filter(([name]) => !clears.includes(name))),
    history: history.filter((each) => !clears.includes(each)),
    changing: { review: flow.step, draft, history },
  };
}

export const dropped = (flow: Flow, step: string): Flow => ({
  ...flow,
  page: 0,
  draft: { ...flow.draft, [step]: null },
});

/** True for a question that was answered already, while one answer is changed. */
export const isKept = <E>(step: Step<E>, { changing: under, draft }: Flow): boolean =>
  under != null && step.kind === 'input' && step.id !== under.review && draft[step.id] !== undefined;

/** At the review nothing is being changed any more, and Back goes by the order of the questions. */
export function arrived<E>(dialogue: Dialogue<E>, flow: Flow, step: string): Flow {
  if (flow.changing?.review !== step) return { ...flow, step };
  return { ...flow, step, changing: null, history: inOrder(dialogue, flow.history) };
}

const inOrder = <E>(dialogue: Dialogue<E>, steps: readonly string[]): readonly string[] =>
  dialogue.steps.map(({ id }) => id).filter((id) => steps.includes(id));

/** Where Back leads: to the review as it stood, or to the question before. */
export function before(flow: Flow): Flow {
  const { changing: under, history } = flow;
  if (under) {
    const { review: step, draft } = under;
    return { ...flow, step, draft, history: under.history, changing: null, page: 0 };
  }
  return { ...flow, step: history.at(-1) ?? flow.step, history: history.slice(0, -1), page: 0 };
}

/** Answers given beforehand: only what they leave open is asked, then the review. */
export function filled<E>(dialogue: Dialogue<E>, flow: Flow, fill: Draft): Flow {
  const review = dialogue.steps.find((step) => step.kind === 'input' && step.isReview)?.id;
  if (review === undefined) throw new RangeError(`${dialogue.id} has no review to fill answers in for`);
  const draft = { ...fill, ...flow.draft };
  const history = inOrder(dialogue, Object.keys(draft));
  return { ...flow, draft, history, changing: { review, draft, history } };
}
