// The card of a project, its interview times and the booking: the same whether the project was searched for or linked to.
import { seenOn } from '../../../engine/kernel/calendar.ts';
import { type Text, text } from '../../../engine/kernel/message.ts';
import type { Reason } from '../../../engine/kernel/result.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { bookInterview, projectView } from '../../../engine/programmes/credit/programme.ts';
import type { Outcome, Step } from '../../dialogue/step.ts';
import { askAgain, call, goButton, reasonTexts, say } from '../../dialogue/steps/call.ts';
import { choose, type Option } from '../../dialogue/steps/choose.ts';
import { type Change, review } from '../../dialogue/steps/review.ts';
import { answer } from '../../dialogue/talk.ts';
import { menuButton } from '../shared/endings.ts';
import { activeCredit, ending, type StudentTalk, statusOf } from './student.ts';

type Project = NonNullable<Awaited<ReturnType<typeof projectView>>>;

/** Says at the start what would refuse a booking at its end. */
export const mayBook: Step<EngineContext> = say('may-book', async (talk) => {
  const status = await statusOf(talk);
  const active = activeCredit(status);
  if (active)
    return ending(
      'credit:book.busy',
      { project: active.project },
      goButton('credit:button.status', 'credit.status'),
      menuButton(),
    );
  if (status.openInterviews.length < status.interviewLimit) return { texts: [], next: 'on' };
  return ending(
    'credit:book.limit',
    { count: status.openInterviews.length },
    goButton('credit:button.interviews', 'credit.interviews'),
    menuButton(),
  );
});

/** Another search finds other projects, and another project has other times. */
const change: readonly Change[] = [
  {
    step: 'direction',
    label: 'credit:change.direction',
    clears: () => ['project', 'slot'],
  },
  { step: 'where', label: 'credit:change.region', clears: () => ['region', 'project', 'slot'] },
  { step: 'project', label: 'credit:change.project', clears: () => ['slot'] },
  { step: 'slot', label: 'credit:change.slot' },
];

export const bookSteps: readonly Step<EngineContext>[] = [
  say('still-free', async (talk) => {
    const project = await chosenProject(talk);
    if (project && isFree(project)) return { texts: [], next: 'on' };
    return ending(
      'credit:book.no-times',
      undefined,
      goButton('credit:button.find', 'credit.find'),
      menuButton(),
    );
  }),
  choose('slot', slotOptions, 'credit:book.card', { params: cardParams, none: 'credit:book.no-times' }),
  review('review', 'credit:book.review', reviewParams, { button: 'credit:button.book', change }),
  call('book', booked, { ok: bookedOutcome, refused: refusedOutcome }),
];

export const isFree = (project: Project): boolean =>
  project.placesLeft > 0 && project.slots.some((slot) => slot.left > 0);

const projectId = ({ draft, argument }: StudentTalk): string => answer(draft, 'project') || argument;

const chosenProject = (talk: StudentTalk): Promise<Project | null> => projectView(talk.env, projectId(talk));

async function slotOptions(talk: StudentTalk): Promise<readonly Option[]> {
  const project = await chosenProject(talk);
  const free = (project?.slots ?? []).filter((slot) => slot.left > 0);
  return [...free]
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    .map(({ id, startsAt }) => ({ value: id, label: when(startsAt) }));
}

const when = (at: Date): Text => text('credit:book.slot', { at: at.toISOString() });

async function cardParams(talk: StudentTalk) {
  const project = await chosenProject(talk);
  const { title = '', description = '', organisation = '', address = '', region = '' } = project ?? {};
  const { from = '', to = '', placesLeft = 0, direction = '' } = project ?? {};
  const period = { from: seenOn(talk.now, from), to: seenOn(talk.now, to) };
  return { title, description, organisation, address, region, ...period, direction, count: placesLeft };
}

async function reviewParams(talk: StudentTalk) {
  const project = await chosenProject(talk);
  const slot = project?.slots.find((each) => each.id === talk.draft.slot);
  const { title = '', organisation = '', address = '' } = project ?? {};
  return { title, organisation, address, at: seenOn(talk.now, (slot?.startsAt ?? talk.now).toISOString()) };
}

function booked(talk: StudentTalk) {
  return bookInterview(talk.env, talk.command('book'), {
    projectId: projectId(talk),
    slotId: answer(talk.draft, 'slot'),
  });
}

async function bookedOutcome(_id: string, talk: StudentTalk): Promise<Outcome> {
  return ending(
    'credit:book.done',
    await reviewParams(talk),
    goButton('credit:button.interviews', 'credit.interviews'),
    menuButton(),
  );
}

/** A time that is gone is chosen again; anything else has its own way on. */
async function refusedOutcome(reasons: readonly Reason[], talk: StudentTalk): Promise<Outcome> {
  const isAboutTime = reasons.every(({ code }) => code === 'credit.slot-full' || code === 'credit.slot-gone');
  if (isAboutTime && (await slotOptions(talk)).length > 0) return askAgain('slot')(reasons);
  const buttons = [goButton('credit:button.interviews', 'credit.interviews'), menuButton()];
  return { texts: reasonTexts(reasons), buttons: buttons.map((each) => [each]), next: 'end' };
}
