// Takes one input of a person: tells commands, taps, typed buttons and answers apart, and catches what must not be typed.
// Owns /start, /menu, /cancel, Back, Cancel and stale buttons; the dialogue itself runs in flow-runner.ts.
import { type Text, text } from '../../engine/kernel/message.ts';
import { decodeCallback } from './callback.ts';
import type { DeskScript } from './desk.ts';
import { type FlowParts, FlowRunner } from './flow-runner.ts';
import { BACK, CANCEL, LEAVE, leaveQuestion, SKIP, STAY } from './prompting.ts';
import { holdsSensitiveData } from './sensitive.ts';
import type { ShownButton } from './session.ts';
import { decides, type TapGuard } from './tap-guard.ts';
import type { TurnState } from './turn-state.ts';
import { buttonBegunBy, buttonNamed, type Control, controlNamed, type LabelsOf } from './typed-label.ts';
import type { Input } from './update.ts';

const TEXT_LIMIT = 4096;
/** Cancel asks before it throws more answers away than these. */
const FEW_ANSWERS = 2;
const UNUSABLE = new Set(['sticker', 'location', 'edited', 'poll', 'contact', 'animation']);

export interface RunnerParts<E> extends FlowParts<E> {
  readonly labelsOf: LabelsOf;
  readonly guard: TapGuard;
  readonly now: Date;
  /** Buttons of the newest notices that lie in the chat. */
  readonly noticeButtons: () => Promise<readonly ShownButton[]>;
}

export class Runner<E> {
  readonly #script: DeskScript<E>;
  readonly #state: TurnState;
  readonly #flows: FlowRunner<E>;
  readonly #parts: RunnerParts<E>;

  constructor(script: DeskScript<E>, state: TurnState, parts: RunnerParts<E>) {
    this.#script = script;
    this.#state = state;
    this.#parts = parts;
    this.#flows = new FlowRunner(script, state, parts);
  }

  async take(input: Input): Promise<void> {
    if (input.kind === 'blocked') return;
    if (holdsSensitiveData(writtenIn(input))) return this.#removeSensitive();
    if (this.#isNewcomer(input)) return this.#flows.start(this.#script.welcome, startPayload(input));
    if (input.kind === 'command') return this.#command(input.name, input.argument);
    if (input.kind === 'tap') return this.#tapUnlessTooSoon(input.data, input);
    if (input.kind === 'text' && (await this.#pressed(input.text))) return;
    return this.#answer(input);
  }

  /** Somebody who never chose a language and is not being greeted yet. */
  #isNewcomer(input: Input): boolean {
    if (this.#state.languageChosen) return false;
    const greeted = this.#state.flow?.dialogue === this.#script.welcome;
    return !greeted || input.kind === 'command';
  }

  async #removeSensitive(): Promise<void> {
    this.#state.removeOwn = true;
    const { secureForm } = this.#script;
    const form = { label: text('common:button.open-form'), action: { go: secureForm ?? '' } };
    const isPlace = secureForm !== undefined && this.#state.languageChosen;
    this.#state.reply({
      texts: [text(`common:sensitive.${isPlace ? 'removed' : 'removed-no-form'}`)],
      ...(isPlace && { buttons: [[form]] }),
    });
    await this.#flows.promptAgain([]);
  }

  async #command(name: string, argument: string): Promise<void> {
    if (name === 'cancel') return this.#cancel();
    if (name === 'menu') return this.#flows.menu([]);
    if (name === 'start') return this.#restart(argument);
    const { commands } = this.#script;
    // People type names that every object has: `/constructor`.
    const dialogue = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (dialogue) return this.#flows.start(dialogue, argument);
    if (argument === '' && (await this.#pressed(name))) return;
    this.#state.reply({ texts: [text('common:dialogue.unknown-command', { command: name })] });
    await this.#flows.promptAgain([]);
  }

  async #restart(argument: string): Promise<void> {
    if (argument !== '') return this.#flows.start(this.#script.openLink, argument);
    const { flow } = this.#state;
    if (!flow || flow.history.length === 0) return this.#flows.menu([]);
    this.#state.reply({ texts: [text('common:dialogue.draft-kept')] });
    await this.#flows.promptAgain([]);
  }

  /** What may be many answers is not thrown away without a question. */
  async #cancel(): Promise<void> {
    const { flow } = this.#state;
    if (!flow || flow.history.length <= FEW_ANSWERS) return this.#cancelNow();
    this.#state.flow = { ...flow, leaving: true };
    this.#state.reply(leaveQuestion(flow.history.length));
  }

  /** Nothing that was set aside comes back by itself: the menu offers it. */
  async #cancelNow(): Promise<void> {
    const { flow } = this.#state;
    this.#state.flow = null;
    if (!flow) return this.#flows.menu([text('common:dialogue.nothing-to-cancel')]);
    const said = this.#flows.dialogue(flow.dialogue)?.cancelled ?? 'common:dialogue.cancelled';
    return this.#flows.menu([text(said)]);
  }

  async #tapUnlessTooSoon(data: string, input: Input): Promise<void> {
    const isDeciding = decides(data, (id) => this.#flows.dialogue(id), this.#state.flow?.dialogue);
    if (!isDeciding || !(await this.#parts.guard.isTooSoon(data))) return this.#tap(data, input);
    this.#state.toast = text('common:dialogue.tap-once-more');
  }

  async #tap(data: string, input: Input): Promise<void> {
    const callback = decodeCallback(data);
    if (input.kind === 'tap' && this.#isAnsweredAlready(data)) return;
    if (callback?.kind === 'go') return this.#go(callback.dialogue, callback.argument);
    if (!callback || !this.#bringBack(callback.tag, callback.step)) return this.#stale();
    if (input.kind === 'tap') this.#state.answerInPlace();
    return this.#choose(callback.choice, input);
  }

  /** The second tap of a double one has its answer: the question that the first one asked, or what it decided. */
  #isAnsweredAlready(data: string): boolean {
    if (!this.#state.isDoubleTap(data, this.#parts.now)) return false;
    const callback = decodeCallback(data);
    const { flow, parked } = this.#state;
    if (callback?.kind === 'choice') return ![flow, ...parked].some((each) => each?.tag === callback.tag);
    if (callback?.kind !== 'go' || !flow) return false;
    const { dialogue, argument, history } = flow;
    return dialogue === callback.dialogue && argument === callback.argument && history.length === 0;
  }

  async #choose(choice: string, input: Input): Promise<void> {
    if (choice === CANCEL) return this.#cancel();
    if (choice === LEAVE) return this.#cancelNow();
    if (choice === STAY) return this.#flows.promptAgain([]);
    if (choice === BACK) return this.#flows.back();
    return this.#flows.answerStep(input, choice);
  }

  /** Typed words that name a button do what it does. @returns false for words that name none */
  async #pressed(typed: string): Promise<boolean> {
    const { labelsOf } = this.#parts;
    const { flow } = this.#state;
    const shown = (this.#state.shown?.buttons ?? []).filter((each) => this.#stillStands(each));
    const button =
      buttonNamed(typed, shown, labelsOf) ?? (flow?.leaving ? buttonBegunBy(typed, shown, labelsOf) : null);
    if (button) {
      await this.#press(button, typed);
      return true;
    }
    const control = controlNamed(typed, labelsOf);
    if (!control || (!flow && control !== 'cancel')) return !flow && this.#pressedInMenu(typed);
    await this.#control(control, typed);
    return true;
  }

  /** Where no question waits, notices and the menu above them are at hand: «подтвердить», «очередь», «отправить отчёт». */
  async #pressedInMenu(typed: string): Promise<boolean> {
    const { labelsOf, noticeButtons } = this.#parts;
    const button =
      buttonNamed(typed, await noticeButtons(), labelsOf) ??
      buttonNamed(typed, await this.#flows.menuButtons(), labelsOf);
    if (button) await this.#press(button, typed);
    return button !== null;
  }

  #stillStands({ data }: ShownButton): boolean {
    const callback = data === undefined ? null : decodeCallback(data);
    if (callback?.kind !== 'choice') return true;
    const { flow } = this.#state;
    return flow?.tag === callback.tag && flow.step === callback.step;
  }

  /** A page cannot be opened for somebody: its button is shown once more. */
  async #press({ label, data, url, app }: ShownButton, typed: string): Promise<void> {
    if (data !== undefined) return this.#tap(data, { kind: 'text', text: typed });
    const action = { url: url ?? '', ...(app && { app }) };
    this.#state.reply({ texts: [text('common:dialogue.tap-to-open')], buttons: [[{ label, action }]] });
  }

  /** Such a word is never an answer, also where nothing like it is offered. */
  async #control(control: Control, typed: string): Promise<void> {
    if (control === 'cancel') return this.#cancel();
    if (control === 'back' && this.#flows.mayGoBack()) return this.#flows.back();
    if (control === 'skip' && this.#flows.maySkip())
      return this.#flows.answerStep({ kind: 'text', text: typed }, SKIP);
    return this.#flows.promptAgain([text('common:dialogue.not-here')]);
  }

  async #go(dialogue: string, argument: string): Promise<void> {
    if (dialogue === 'menu') return this.#flows.menu([]);
    if (dialogue === 'resume') return this.#resume();
    if (this.#flows.dialogue(dialogue)) return this.#flows.start(dialogue, argument);
    return this.#stale();
  }

  async #resume(): Promise<void> {
    if (!this.#state.flow && !this.#state.unpark()) return this.#stale();
    await this.#flows.promptAgain([]);
  }

  /** True when the tapped question is the current one, or one that was set aside and is now taken up again. */
  #bringBack(tag: string, step: string): boolean {
    const { flow, parked } = this.#state;
    if (flow?.tag === tag) return flow.step === step;
    const waiting = parked.find((each) => each.tag === tag && each.step === step);
    if (!waiting) return false;
    this.#state.parked = parked.filter((each) => each !== waiting);
    this.#state.park();
    this.#state.flow = waiting;
    return true;
  }

  async #stale(): Promise<void> {
    this.#state.toast = text('common:dialogue.stale-button');
    if (this.#state.flow) return this.#flows.promptAgain([]);
    return this.#flows.menu([text('common:dialogue.stale-button')]);
  }

  async #answer(input: Input): Promise<void> {
    const leftOut = this.#state.leaveOut();
    if (!this.#state.flow && leftOut) return this.#flows.promptAgain([leftOut]);
    if (!this.#state.flow)
      return this.#flows.menu([unusable(input) ?? text('common:dialogue.not-understood')]);
    if (this.#state.flow.leaving && input.kind === 'text') return this.#cancel();
    const problem = leftOut ?? unusable(input) ?? tooLong(input);
    return problem ? this.#flows.promptAgain([problem]) : this.#flows.answerStep(input, null);
  }
}

/** All that a person wrote themselves, wherever it stands: a start link's secret is not theirs. */
function writtenIn(input: Input): string {
  switch (input.kind) {
    case 'text':
      return input.text;
    case 'command':
      return isSecret(input) ? '' : `${input.name}\n${input.argument}`;
    case 'file':
      return `${input.caption}\n${input.file.name ?? ''}`;
    case 'contact':
      return input.name ?? '';
    case 'unsupported':
      return input.written ?? '';
    default:
      return '';
  }
}

/** The payload of a one-time link, as newSecret makes it. */
const isSecret = ({ name, argument }: Extract<Input, { kind: 'command' }>): boolean =>
  name === 'start' && /^[a-z2-9]{32}$/.test(argument);

const startPayload = (input: Input): string =>
  input.kind === 'command' && input.name === 'start' ? input.argument : '';

function unusable(input: Input): Text | null {
  if (input.kind !== 'unsupported') return null;
  return text(`common:input.${UNUSABLE.has(input.what) ? input.what : 'other'}`);
}

function tooLong(input: Input): Text | null {
  if (input.kind !== 'text' || input.text.length <= TEXT_LIMIT) return null;
  return text('common:input.too-long', { length: input.text.length, limit: TEXT_LIMIT });
}
