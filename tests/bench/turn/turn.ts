// What a person's tap or command costs, from the update to the answer, with everything that is stored on the way.
import { comparison } from '../harness/comparison.ts';
import { choice, question } from './ours.ts';
import { framework } from './rival.ts';

export const turn = comparison({
  name: 'turn',
  what: 'a dialogue turn from update to answer, session and audit stored, 64 chats concurrency',
  unit: 'turn',
  size: 2_000,
  tiny: 10,
  contenders: [choice, question, framework],
  goals: [
    {
      text: '≥ 500 turns a second of our CPU, each with a command and its audit',
      of: (figures) => 1_000 / figures(choice.name, 'cpu'),
      least: 500,
    },
    {
      text: 'cost of a turn at ten times the chats ≤ 1.25 ×',
      of: (figures) => figures(choice.name, 'growth'),
      most: 1.25,
    },
  ],
  notes: [
    'CPU ms: of the bot’s process, a turn. The rival stores neither the update nor the command’s id, and its audit',
    'is a second write that a crash can lose.',
  ],
});
