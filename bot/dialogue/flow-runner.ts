// Runs the flow of one dialogue: asks, takes answers, runs effect steps, ends, sets aside and takes up again.
// Changes nothing outside the turn's state; only `call` steps act. Inputs are told apart in runner.ts.
import { newShortId } from '../../engine/kernel/ids.ts';
import { type Text, text } from '../../engine/kernel/message.ts';
import type { DeskScript } from './desk.ts';
import { arrived, before, changing, dropped, filled, isKept, migrated } from './flow.ts';
import { applies, dressed, SKIP } from './prompting.ts';
import type { Draft, Flow, ShownButton } from './session.ts';
import {
  type Dialogue,
  type InputStep,
  isDeadEnd,
  type LabelText,
  type Outcome,
  type Prompt,
  type Taken,
} from './step.ts';
import { goButton } from './steps/call.ts';
import type { Talk } from './talk.ts';
import { shownButton, type TurnState } from './turn-state.ts';
import type { Input } from './update.ts';

/** More automatic steps than this in one turn is a loop in a script. */
const MOST_STEPS = 50;

/** A talk for a flow: what the scripts see. */
export type TalkOf<E> = (flow: Pick<Flow, 'draft' | 'argument'>) => Talk<E>;

export interface FlowParts<E> {
  readonly talkOf: TalkOf<E>;
  readonly label: LabelText;
  /** Reads anew who writes: what a dialogue did (registered them, gave a role) holds for the one that follows it. */
  readonly meetAgain: () => Promise<void>;
}

export class FlowRunner<E> {
  readonly #script: DeskScript<E>;
  readonly #state: TurnState;
  readonly #parts: FlowParts<E>;
  /** What was answered before in the dialogue that starts: taken up at its first question. */
  #draft: Flow | null = null;

  constructor(script: DeskScript<E>, state: TurnState, parts: FlowParts<E>) {
    this.#script = script;
    this.#state = state;
    this.#parts = parts;
  }

  /** What a person may do now; what was under way is set aside. */
  async menu(before: readonly Text[]): Promise<void> {
    this.#state.park();
    const menu = await this.#menuNow();
    const paused = this.#state.parked.length > 0 ? [[goButton('common:button.resume', 'resume')]] : [];
    this.#state.reply({
      ...menu,
      texts: [...before, ...menu.texts],
      buttons: [...(menu.buttons ?? []), ...paused],
    });
  }

  /** The menu's buttons, as they would be shown now. */
  async menuButtons(): Promise<readonly ShownButton[]> {
    const { buttons = [] } = await this.#menuNow();
    return buttons.flat().map((button) => shownButton(button, '', ''));
  }

  #menuNow(): Promise<Prompt> {
    return this.#script.menu(this.#parts.talkOf({ draft: {}, argument: '' }));
  }

  /** Gives an answer to the question that waits. `choice` is what a button carried. */
  async answerStep(input: Input, choice: string | null): Promise<void> {
    const found = this.#current();
    if (!found) return this.#changedMeanwhile();
    const { flow, step } = found;
    if (choice === SKIP && step.optional) return this.#accept(flow, step.gathered?.(flow.draft) ?? null);
    const taken = await step.take(this.#parts.talkOf(flow), input, choice, this.#parts.label);
    this.#state.noteAnswer(taken);
    await this.#apply(flow, taken);
  }

  async #apply(flow: Flow, taken: Taken): Promise<void> {
    if (taken.kind === 'answer') return this.#accept(flow, taken.value);
    if (taken.kind === 'again') return this.promptAgain([taken.problem]);
    if (taken.kind === 'change' || taken.kind === 'drop') {
      this.#state.flow = taken.kind === 'change' ? changing(flow, taken) : dropped(flow, taken.step);
      return this.promptAgain([]);
    }
    const draft = taken.kind === 'more' ? { ...flow.draft, [flow.step]: taken.value } : flow.draft;
    this.#state.flow = { ...flow, draft, page: taken.kind === 'page' ? taken.page : flow.page };
    await this.promptAgain([]);
  }

  async #accept(flow: Flow, value: Draft[string]): Promise<void> {
    const history = [...flow.history.filter((each) => each !== flow.step), flow.step];
    this.#state.flow = {
      ...flow,
      leaving: false,
      draft: { ...flow.draft, [flow.step]: value ?? null },
      history,
      page: 0,
    };
    await this.#advance(flow.step);
  }

  /** The question that waits for an answer; null when its dialogue changed since it was asked. */
  #current(): { readonly flow: Flow; readonly step: InputStep<E>; readonly dialogue: Dialogue<E> } | null {
    const flow = this.#state.flow;
    const dialogue = flow && this.dialogue(flow.dialogue);
    if (!flow || !dialogue) return null;
    const current = flow.version === dialogue.version ? flow : migrated(dialogue, flow);
    const step = dialogue.steps.find((each) => each.id === current?.step);
    if (!current || step?.kind !== 'input') return null;
    this.#state.flow = current;
    return { flow: current, step, dialogue };
  }

  /** A deploy changed the dialogue: offers to start it over; nothing is an error. */
  async #changedMeanwhile(): Promise<void> {
    const flow = this.#state.flow;
    this.#state.flow = null;
    if (!flow || !this.dialogue(flow.dialogue)) return this.menu([text('common:dialogue.changed')]);
    const again = goButton('common:button.start-over', flow.dialogue, flow.argument);
    this.#state.reply({
      texts: [text('common:dialogue.changed')],
      buttons: [[again], [goButton('common:button.menu', 'menu')]],
    });
  }

  /** Asks the waiting question again, after `before`. */
  async promptAgain(before: readonly Text[]): Promise<void> {
    if (this.#state.flow?.leaving) this.#state.flow = { ...this.#state.flow, leaving: false };
    if (!this.#state.flow) {
      if (before.length > 0) this.#state.reply({ texts: before });
      return;
    }
    const found = this.#current();
    if (!found) return this.#changedMeanwhile();
    await this.#prompt(found.dialogue, found.flow, found.step, before);
  }

  async #prompt(
    dialogue: Dialogue<E>,
    flow: Flow,
    step: InputStep<E>,
    before: readonly Text[],
  ): Promise<void> {
    const prompt = await step.prompt(this.#parts.talkOf(flow), flow.page);
    if (isDeadEnd(prompt)) {
      this.#state.reply({ ...prompt.end, texts: [...before, ...prompt.end.texts] });
      return this.#finish();
    }
    const shown = dressed(dialogue, flow, step, prompt);
    this.#state.reply({ ...shown, texts: [...before, ...shown.texts] });
  }

  /** @throws RangeError for a dialogue that the desk does not hold */
  async start(id: string, argument: string): Promise<void> {
    const dialogue = this.dialogue(id);
    if (!dialogue) throw new RangeError(`no dialogue ${id} at desk ${this.#script.desk}`);
    const fresh: Flow = {
      dialogue: id,
      version: dialogue.version,
      tag: newShortId(),
      step: '',
      draft: {},
      history: [],
      argument,
      page: 0,
    };
    if (dialogue.steps.every((step) => step.kind === 'effect')) return this.#errand(fresh);
    const draft = this.#state.takeDraft(id);
    this.#draft = draft?.argument === argument ? draft : null;
    this.#state.park();
    this.#state.flow = fresh;
    await this.#advance(null);
  }

  /** A dialogue without questions (a decision on a card): what is under way stays under way. */
  async #errand(errand: Flow): Promise<void> {
    const before = this.#state.flow;
    this.#state.flow = errand;
    await this.#advance(null, before);
    if (!this.#state.flow || this.#state.flow === errand) this.#state.flow = before;
  }

  /** Runs effect steps after `from` until a question is asked or the dialogue ends. */
  async #advance(from: string | null, resume: Flow | null = null): Promise<void> {
    let after = from;
    for (let count = 0; count < MOST_STEPS; count += 1) {
      const flow = this.#state.flow;
      const dialogue = flow && this.dialogue(flow.dialogue);
      if (!flow || !dialogue) return;
      const index = after === null ? 0 : dialogue.steps.findIndex((step) => step.id === after) + 1;
      const step = dialogue.steps.slice(index).find((each) => applies(each, flow) && !isKept(each, flow));
      if (!step) return this.#finish(resume);
      this.#state.flow = arrived(dialogue, flow, step.id);
      if (step.kind === 'input') return this.#ask(dialogue, this.#state.flow, step);
      const outcome = await step.run(this.#parts.talkOf(flow));
      const stays = await this.#outcome(outcome, resume);
      if (!stays) return;
      after = step.id;
    }
    throw new RangeError(`${this.#state.flow?.dialogue}: more than ${MOST_STEPS} steps in one turn`);
  }

  /** Asks the next question, or takes up the draft that waits for it. */
  async #ask(dialogue: Dialogue<E>, flow: Flow, step: InputStep<E>): Promise<void> {
    const draft = this.#draft;
    if (!draft) return this.#prompt(dialogue, flow, step, []);
    this.#draft = null;
    this.#state.flow = draft;
    await this.promptAgain([text('common:dialogue.draft-kept')]);
  }

  mayGoBack(): boolean {
    const flow = this.#state.flow;
    return flow !== null && (flow.history.length > 0 || flow.changing != null);
  }

  maySkip(): boolean {
    return this.#current()?.step.optional ?? false;
  }

  /** To the question before; from a changed answer, or from the list of what can be changed, to the review. */
  async back(): Promise<void> {
    const found = this.#current();
    if (!found) return this.#changedMeanwhile();
    const { flow, step } = found;
    this.#state.flow = step.isReview && flow.page > 0 ? { ...flow, page: 0 } : before(flow);
    await this.promptAgain([]);
  }

  /** @returns true when the dialogue goes on to its next step */
  async #outcome(outcome: Outcome, resume: Flow | null): Promise<boolean> {
    const { next, texts, language } = outcome;
    if (language) {
      this.#state.language = language;
      this.#state.languageChosen = true;
    }
    if (outcome.inPlace) this.#state.answerInPlace();
    if (outcome.fill) this.#fill(outcome.fill);
    const { flow } = this.#state;
    if (outcome.known && flow) this.#state.flow = { ...flow, known: outcome.known };
    if (texts.length > 0) this.#state.reply(outcome);
    for (const more of outcome.also ?? []) this.#state.reply(more);
    if (next === 'on') return true;
    if (next === 'end') await this.#finish(resume);
    else if ('go' in next) await this.#goOn(next.go, next.argument ?? '', resume);
    else await this.#askAgain(next.back);
    return false;
  }

  #fill(fill: Draft): void {
    const flow = this.#state.flow;
    const dialogue = flow && this.dialogue(flow.dialogue);
    if (flow && dialogue) this.#state.flow = filled(dialogue, flow, fill);
  }

  /** Another dialogue follows. What an errand interrupted is set aside for it, and taken up again afterwards. */
  async #goOn(dialogue: string, argument: string, resume: Flow | null): Promise<void> {
    this.#state.flow = resume;
    await this.#parts.meetAgain();
    if (dialogue === 'menu') return this.menu([]);
    await this.start(dialogue, argument);
  }

  /** Asks the step again whose answer was refused, with everything else kept. */
  async #askAgain(step: string): Promise<void> {
    const { flow } = this.#state;
    if (!flow) return;
    const at = flow.history.indexOf(step);
    const history = at < 0 ? flow.history : flow.history.slice(0, at);
    this.#state.flow = { ...flow, step, history, page: 0, changing: null };
    await this.promptAgain([]);
  }

  /** The dialogue is over: what was set aside for it is taken up again. */
  async #finish(resume: Flow | null = null): Promise<void> {
    if (this.#state.flow) this.#state.dropDrafts(this.#state.flow.dialogue);
    this.#draft = null;
    this.#state.flow = resume;
    if (resume) return;
    if (this.#state.unpark()) return this.promptAgain([text('common:dialogue.back-to-it')]);
    this.#state.offerMenu();
  }

  dialogue(id: string): Dialogue<E> | undefined {
    return this.#script.dialogues.find((each) => each.id === id);
  }
}
