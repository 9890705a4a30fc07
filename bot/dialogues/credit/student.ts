// Who is talking, as far as the credit dialogues need it. Used by every script of a student.
import { scopesOf } from '../../../engine/kernel/actor.ts';
import { text } from '../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type CreditStatus, studentStatus } from '../../../engine/programmes/credit/programme.ts';
import type { EffectStep, Outcome } from '../../dialogue/step.ts';
import { goButton, say } from '../../dialogue/steps/call.ts';
import type { Talk } from '../../dialogue/talk.ts';
import { menuButton } from '../shared/endings.ts';

export type StudentTalk = Talk<EngineContext>;
export type StudentStatus = Awaited<ReturnType<typeof studentStatus>>;
export type InterviewStatus = StudentStatus['openInterviews'][number];

export const isStudent = (talk: StudentTalk): boolean => scopesOf(talk.actor, 'student').length > 0;

/** Only for registered students: see studentsOnly. */
export const statusOf = (talk: StudentTalk): Promise<StudentStatus> => studentStatus(talk.env, talk.actor.id);

export const activeCredit = (status: StudentStatus): CreditStatus | undefined =>
  status.credits.find((credit) => credit.active);

/** Nothing more to confirm and nothing waiting: the report may be sent. */
export const isReadyForReport = (credit: CreditStatus): boolean =>
  (credit.state === 'working' || credit.state === 'report-returned') &&
  credit.left === 0 &&
  credit.reported === 0;

/** The end of a dialogue, with buttons that lead on. */
export const ending = (
  key: string,
  params: Outcome['texts'][number]['params'],
  ...buttons: Buttons
): Outcome => ({
  texts: [text(key, params)],
  buttons: buttons.map((button) => [button]),
  next: 'end',
});
type Buttons = readonly ReturnType<typeof goButton>[];

/** The first step of a student's dialogue: leads everyone else to registration. */
export const studentsOnly: EffectStep<EngineContext> = say('students-only', (talk) =>
  isStudent(talk)
    ? { texts: [], next: 'on' }
    : ending(
        'credit:register.needed',
        undefined,
        goButton('credit:button.register', 'credit.register'),
        menuButton(),
      ),
);
