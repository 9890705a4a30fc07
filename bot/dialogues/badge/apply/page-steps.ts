// «Жеке ақпарат»: the page opens by itself once somebody applies (§3.1).
import { text } from '../../../../engine/kernel/message.ts';
import { studies } from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import type { Draft } from '../../../dialogue/session.ts';
import type { Step } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { attach } from '../../../dialogue/steps/attach.ts';
import { say } from '../../../dialogue/steps/call.ts';
import { choose } from '../../../dialogue/steps/choose.ts';
import { freeText } from '../../fields/free-text.ts';
import { regionOptions } from '../../fields/regions.ts';
import { optionsOf } from '../talk.ts';

const studying = (draft: Draft): boolean => draft.study !== undefined && draft.study !== 'none';

export const pageSteps: readonly Step<EngineContext>[] = [
  say('page', () => ({ texts: [text('badge:page.title')], next: 'on' })),
  attach('photo', 'badge:page.which-photo', { kinds: ['photo'], most: 1 }),
  choose('region', regionOptions, 'badge:page.which-region'),
  ask('place', freeText({ least: 3, most: 200 }), 'badge:page.which-place'),
  choose(
    'study',
    optionsOf(studies, (each) => `badge:study.${each}`),
    'badge:page.which-study',
  ),
  ask('school', freeText({ least: 2, most: 200 }), 'badge:page.which-school', { when: studying }),
  choose('study-region', regionOptions, 'badge:page.which-study-region', { when: studying }),
  ask('about', freeText({ least: 10, most: 1000 }), 'badge:page.which-about'),
  ask('hobby', freeText({ least: 3, most: 300 }), 'badge:page.which-hobby'),
];
