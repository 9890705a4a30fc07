// A filled-in workbook makes the draft of the plan. Every fault is named at once, by sheet, cell and value.

import { AppError } from '../../../engine/kernel/errors.ts';
import { type Text, text } from '../../../engine/kernel/message.ts';
import { type Result, refused } from '../../../engine/kernel/result.ts';
import { keepMedia, loadMedia } from '../../../engine/media/store.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import {
  type Imported,
  importPlan,
  planCounts,
  readWorkbook,
  writeWorkbook,
} from '../../../engine/programmes/grant/programme.ts';
import { type Dialogue, dialogue, type Outcome } from '../../dialogue/step.ts';
import { attach } from '../../dialogue/steps/attach.ts';
import { call, say } from '../../dialogue/steps/call.ts';
import { confirm } from '../../dialogue/steps/confirm.ts';
import { answerList } from '../../dialogue/talk.ts';
import { menuButton } from '../shared/endings.ts';
import {
  argumentOf,
  button,
  ending,
  type GrantTalk,
  projectButton,
  projectIn,
  teamOnly,
} from './grant-talk.ts';

const XLSX = /spreadsheetml\.sheet$/;

export const importFile: Dialogue<EngineContext> = dialogue('grant.import', { version: 1 }, [
  teamOnly('grant.import', 'grant-lead'),
  say('offer', (talk) => ({
    texts: [text('grant:import.about')],
    buttons: [[button('template', 'grant.template', argumentOf(talk).project)]],
    next: 'on',
  })),
  attach('file', 'grant:import.which-file', { kinds: ['document'], most: 1 }),
  say('read', async (talk): Promise<Outcome> => {
    const { plan, faults } = await readIn(talk);
    return plan ? { texts: [], next: 'on' } : faulty(talk, faults);
  }),
  confirm('sure', 'grant:import.sure', undefined, {
    button: 'grant:button.import-now',
    facts: async (talk) => {
      const { plan } = await readIn(talk);
      return plan ? [text('grant:import.counts', planCounts(plan))] : [];
    },
  }),
  call('import', imported, {
    ok: (_id, talk) => {
      const { project } = argumentOf(talk);
      return ending(
        'import.done',
        undefined,
        button('write-plan', 'grant.write', project),
        projectButton(project),
        menuButton(),
      );
    },
  }),
]);

/** The sheet's cell, what stands in it, and what to do: as many as fit one message, and how many more there are. */
const SHOWN = 25;

function faulty(talk: GrantTalk, faults: Imported['faults']): Outcome {
  const lines = faults.slice(0, SHOWN).flatMap(({ pointer, value, hint }): Text[] => [
    text('grant:import.fault', {
      place: pointer.slice(1).replace('/', ' '),
      value: String(value ?? '') || '—',
    }),
    hint,
  ]);
  const more = faults.length - SHOWN;
  return {
    texts: [
      text('grant:import.faulty', { count: faults.length }),
      ...lines,
      ...(more > 0 ? [text('grant:write.more', { count: more })] : []),
    ],
    buttons: [[button('import', 'grant.import', argumentOf(talk).project)], [menuButton()]],
    next: 'end',
  };
}

async function readIn(talk: GrantTalk): Promise<Imported> {
  const [id = ''] = answerList(talk.draft, 'file');
  const file = await loadMedia(talk.env, id);
  const unreadable: Imported = {
    plan: null,
    faults: [{ pointer: '/', value: file?.record.name ?? '', hint: text('grant:import.no-workbook') }],
  };
  if (!file || file.record.owner !== talk.actor.id || !XLSX.test(file.record.mime)) return unreadable;
  try {
    return await readWorkbook(Buffer.from(file.bytes));
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid-input') return unreadable;
    throw error;
  }
}

async function imported(talk: GrantTalk): Promise<Result<string>> {
  const { plan } = await readIn(talk);
  const { project } = argumentOf(talk);
  return plan ? importPlan(talk.env, talk.command('import'), project, plan) : refused('grant.not-imported');
}

/** The empty workbook, or the plan as it stands: to be filled in and sent back. */
export const template: Dialogue<EngineContext> = dialogue('grant.template', { version: 1 }, [
  teamOnly('grant.template', 'grant-lead'),
  say('send', async (talk) => {
    const { draft } = await projectIn(talk);
    const bytes = await writeWorkbook(draft.tasks.length > 0 ? draft : null);
    const file = await keepMedia(talk.env, {
      owner: talk.actor.id,
      name: 'qadam-grant.xlsx',
      mime: null,
      bytes,
    });
    return { texts: [text('grant:import.template')], media: [file._id], next: 'end' };
  }),
]);
