// Takes one input of a person: tells commands, taps and answers apart, and catches what must not be typed.
// Owns /start, /menu, /cancel, Back, Cancel and stale buttons; the dialogue itself runs in flow-runner.ts.
import { type Text, text } from '../../engine/kernel/message.ts';
import { decodeCallback } from './callback.ts';
import type { DeskScript } from './desk.ts';
import { FlowRunner, type TalkOf } from './flow-runner.ts';
import { BACK, CANCEL } from './prompting.ts';
import { holdsSensitiveData } from './sensitive.ts';
import type { LabelText } from './step.ts';
import type { TurnState } from './turn-state.ts';
import type { Input } from './update.ts';

const TEXT_LIMIT = 4096;
const UNUSABLE = new Set(['sticker', 'location', 'edited', 'poll', 'contact', 'animation']);

export class Runner<E> {
  readonly #script: DeskScript<E>;
  readonly #state: TurnState;
  readonly #flows: FlowRunner<E>;

  constructor(script: DeskScript<E>, state: TurnState, talkOf: TalkOf<E>, label: LabelText) {
    this.#script = script;
    this.#state = state;
    this.#flows = new FlowRunner(script, state, talkOf, label);
  }

  async take(input: Input): Promise<void> {
    if (input.kind === 'blocked') return;
    if (holdsSensitiveData(writtenIn(input))) return this.#removeSensitive();
    if (this.#isNewcomer(input)) return this.#flows.start(this.#script.welcome, startPayload(input));
    if (input.kind === 'command') return this.#command(input.name, input.argument);
    if (input.kind === 'tap') return this.#tap(input.data, input);
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

  async #cancel(): Promise<void> {
    const had = this.#state.flow !== null;
    this.#state.flow = null;
    const said = text(had ? 'common:dialogue.cancelled' : 'common:dialogue.nothing-to-cancel');
    if (this.#state.unpark()) {
      this.#state.reply({ texts: [said] });
      return this.#flows.promptAgain([text('common:dialogue.back-to-it')]);
    }
    return this.#flows.menu([said]);
  }

  async #tap(data: string, input: Input): Promise<void> {
    const callback = decodeCallback(data);
    if (callback?.kind === 'go') return this.#go(callback.dialogue, callback.argument);
    if (!callback || !this.#bringBack(callback.tag, callback.step)) return this.#stale();
    this.#state.answerInPlace();
    if (callback.choice === CANCEL) return this.#cancel();
    if (callback.choice === BACK) return this.#back();
    return this.#flows.answerStep(input, callback.choice);
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

  async #back(): Promise<void> {
    const { flow } = this.#state;
    if (!flow) return this.#stale();
    this.#state.flow = {
      ...flow,
      step: flow.history.at(-1) ?? flow.step,
      history: flow.history.slice(0, -1),
      page: 0,
    };
    await this.#flows.promptAgain([]);
  }

  async #answer(input: Input): Promise<void> {
    if (!this.#state.flow)
      return this.#flows.menu([unusable(input) ?? text('common:dialogue.not-understood')]);
    const problem = unusable(input) ?? tooLong(input);
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
