// What each activity of the sample counts, as the acceptance list reads it: enough is done, one less is not.
import { describe, expect, it } from 'vitest';
import {
  activityStanding,
  enough,
  enoughFor,
  lists,
  piece,
  plan,
  standing,
  without,
} from '../../support/grant/pieces.ts';

/** Each of these indicators is met by so much of each of its parts, and its activity is not done with one less. */
function asks(activity: string, wanted: Readonly<Record<string, readonly number[]>>) {
  const pieces = enoughFor(activity);
  expect(activityStanding(activity, pieces)).toEqual({ percent: 100, done: true });
  const indicators = plan.tasks
    .flatMap(({ activities }) => activities)
    .find(({ id }) => id === activity)?.indicators;
  expect(indicators?.map(({ id }) => id)).toEqual(Object.keys(wanted));
  for (const [indicator, need] of Object.entries(wanted)) {
    expect([indicator, standing(indicator, pieces).need]).toEqual([indicator, need]);
    expect(activityStanding(activity, without(pieces, indicator)).done).toBe(false);
  }
}

describe('task 1', () => {
  it('G-21: 1.1 asks for 5 photos, 3 videos and 3 publications', () => {
    asks('1.1', { '1.1.1': [5], '1.1.2': [3], '1.1.3': [3] });
  });

  it('G-22: 1.2 asks for a list, 30 participants, a programme, 10 photos and a screenshot, handouts, coffee break', () => {
    asks('1.2', { '1.2.1': [1], '1.2.2': [30], '1.2.3': [1], '1.2.4': [10, 1], '1.2.5': [1], '1.2.6': [3] });
    expect(standing('1.2.2', [piece('1.2.2', 1, { people: 29 })])).toMatchObject({
      done: false,
      percent: 96,
    });
    expect(standing('1.2.2', [piece('1.2.2', 1, { people: 30 })]).done).toBe(true);
    expect(standing('1.2.2', [piece('1.2.2', 1, { people: 31 })])).toMatchObject({ done: true, have: [31] });
    expect(standing('1.2.4', [piece('1.2.4', 10)])).toMatchObject({ percent: 50, done: false });
  });
});

describe('task 2', () => {
  it('G-23: 2.1 asks for two lists with the same seven medical workers: two lists with six are not done', () => {
    expect(standing('2.1.1', lists('2.1.1', 6, 6))).toMatchObject({
      done: false,
      have: [2, 6],
      need: [2, 7],
    });
    expect(standing('2.1.1', lists('2.1.1', 7, 6))).toMatchObject({ done: false, have: [2, 6] });
    expect(standing('2.1.1', lists('2.1.1', 7, 7))).toMatchObject({ done: true, percent: 100 });
    expect(standing('2.1.1', lists('2.1.1', 7))).toMatchObject({ done: false, percent: 75 });
    expect(standing('2.1.1', lists('2.1.1', 7, 8, 2))).toMatchObject({ done: true, have: [3, 7] });
    expect(standing('2.1.1', []).percent).toBe(0);
  });

  it('G-24: 2.1 asks for 2 programmes, 10 photos and 2 videos, 10 screenshots of publications, 2 résumés, handouts', () => {
    asks('2.1', {
      '2.1.1': [2, 7],
      '2.1.2': [2],
      '2.1.3': [10, 2],
      '2.1.4': [10],
      '2.1.5': [2],
      '2.1.6': [1],
    });
  });

  it('G-25: 2.2 asks for 2 contact lists, 2 publications, an export, a certification, 10 photos, a video', () => {
    asks('2.2', { '2.2.1': [2], '2.2.2': [2], '2.2.3': [1], '2.2.4': [1], '2.2.5': [10], '2.2.6': [1] });
  });
});

describe('task 3', () => {
  const trip = { participants: null, trip: { from: '2025-07-01', days: 3 } };

  it('G-26: 3.1 asks for a list, 7 people, a protocol and a publication', () => {
    asks('3.1', { '3.1.1': [1], '3.1.2': [7], '3.1.3': [1], '3.1.4': [1] });
    expect(standing('3.1.2', [piece('3.1.2', 1, { people: 6 })]).done).toBe(false);
  });

  it('G-27: 3.2 asks for a report of each of the seven: six, or two of one, are not done', () => {
    const reports = (...whose: readonly string[]) =>
      whose.map((participant) => piece('3.2.1', 1, { participant }));
    expect(standing('3.2.1', reports('1', '2', '3', '4', '5', '6'))).toMatchObject({
      done: false,
      have: [6],
      need: [7],
    });
    expect(standing('3.2.1', reports('1', '2', '3', '4', '5', '6', '6')).done).toBe(false);
    expect(standing('3.2.1', reports('1', '2', '3', '4', '5', '6', '7')).done).toBe(true);
    expect(standing('3.2.4', [piece('3.2.4', 2)]).done).toBe(false);
    expect(standing('3.2.4', [piece('3.2.4', 3)]).done).toBe(true);
    expect(standing('3.2.5', [piece('3.2.5', 6, { of: 7 })])).toMatchObject({ done: false, have: [85] });
    expect(standing('3.2.5', [piece('3.2.5', 7, { of: 7 })]).done).toBe(true);
  });

  it('G-27: 3.2 asks for 3 photos and a video of every day, and a day without is named', () => {
    const photos = (date: string, quantity: number) => piece('3.2.2', quantity, { date });
    const two = [photos('2025-07-01', 3), photos('2025-07-03', 6)];
    expect(standing('3.2.2', two, trip)).toMatchObject({ done: false, have: [6], need: [9] });
    expect(standing('3.2.2', two, trip).parts[0]?.gaps).toEqual(['2025-07-02']);
    expect(standing('3.2.2', [...two, photos('2025-07-02', 3)], trip)).toMatchObject({
      done: true,
      percent: 100,
    });
    // A day outside the trip counts for none.
    expect(standing('3.2.2', [...two, photos('2025-07-04', 3)], trip).done).toBe(false);
    const videos = [1, 2].map((day) => piece('3.2.3', 1, { date: `2025-07-0${day}` }));
    expect(standing('3.2.3', videos, trip).parts[0]?.gaps).toEqual(['2025-07-03']);
  });

  it('G-13: until the trip days are known, photos and videos of 3.2 say what is missing', () => {
    const [part] = standing('3.2.2', [piece('3.2.2', 30)]).parts;
    expect(part).toMatchObject({ have: 30, need: null, missing: 'trip' });
    expect(standing('3.2.3', [piece('3.2.3', 5)])).toMatchObject({ percent: 0, done: false });
    expect(standing('3.2.2', [], trip).parts[0]).toMatchObject({ need: 9, missing: null });
  });
});

describe('tasks 4 and 5', () => {
  it('G-28: 4.1 asks for ten assistants on each of two lists, and for what 2.1 asks with 2 publications', () => {
    asks('4.1', {
      '4.1.1': [2, 20],
      '4.1.2': [2],
      '4.1.3': [10, 2],
      '4.1.4': [2],
      '4.1.5': [2],
      '4.1.6': [1],
    });
    expect(standing('4.1.1', lists('4.1.1', 10, 9))).toMatchObject({ done: false, have: [2, 19] });
    expect(standing('4.1.1', lists('4.1.1', 15, 5))).toMatchObject({ done: false, have: [2, 15] });
    expect(standing('4.1.1', lists('4.1.1', 11, 10))).toMatchObject({ done: true, have: [2, 20] });
  });

  it('G-29: 4.2 asks for 2 contact lists, 2 publications, an export, 10 screenshots', () => {
    asks('4.2', { '4.2.1': [2], '4.2.2': [2], '4.2.3': [1], '4.2.4': [10] });
  });

  it('G-30: 5.1 asks for a list, programme, press release, 10 photos, video, 5 screenshots, publication, handouts, coffee', () => {
    const wanted = { '5.1.1': [1], '5.1.2': [1], '5.1.3': [1], '5.1.4': [10], '5.1.5': [1], '5.1.6': [5] };
    asks('5.1', { ...wanted, '5.1.7': [1], '5.1.8': [1], '5.1.9': [3] });
  });

  it('G-31: 5.2 asks for a material, a document of its distribution, its electronic publication', () => {
    asks('5.2', { '5.2.1': [1], '5.2.2': [1], '5.2.3': [1] });
  });
});

describe('publicity and presentation', () => {
  it('G-32: 6.1 asks for 30 publications, 10 infographics, 5 videos, a banner, 30,000 views', () => {
    asks('6.1', { '6.1.1': [30], '6.1.2': [10], '6.1.3': [5], '6.1.4': [1], '6.1.5': [30_000] });
    expect(standing('6.1.5', [piece('6.1.5', 29_999)])).toMatchObject({ done: false, percent: 99 });
    expect(standing('6.1.5', [piece('6.1.5', 20_000), piece('6.1.5', 10_000)]).done).toBe(true);
    expect(standing('6.1.5', [piece('6.1.5', 45_000)])).toMatchObject({ done: true, have: [45_000] });
  });

  it('G-33: C1.1 asks for 100 % of the course and 70 % of the project, programme, press release, 5 screenshots, publication', () => {
    asks('C1.1', {
      'C1.1.1': [100],
      'C1.1.2': [70],
      'C1.1.3': [1],
      'C1.1.4': [1],
      'C1.1.5': [5],
      'C1.1.6': [1],
    });
    const project = (satisfied: number, of: number) =>
      standing('C1.1.2', [piece('C1.1.2', satisfied, { of })]);
    expect(project(69, 100)).toMatchObject({ done: false, percent: 98, have: [69] });
    expect(project(70, 100)).toMatchObject({ done: true, percent: 100 });
    expect(project(71, 100).done).toBe(true);
    expect(standing('C1.1.1', [piece('C1.1.1', 999, { of: 1000 })])).toMatchObject({
      done: false,
      have: [99],
    });
    // Percentages come from summed numerators and denominators: 1 of 1 and 60 of 99 are 61 of 100.
    const two = [piece('C1.1.2', 1, { of: 1 }), piece('C1.1.2', 60, { of: 99 })];
    expect(standing('C1.1.2', two)).toMatchObject({ have: [61], done: false });
    expect(standing('C1.1.2', []).percent).toBe(0);
  });

  it('G-34: C2.1 asks for a media plan in each of six months, and a month without is named', () => {
    const months = ['05', '06', '07', '08', '09', '10'];
    const plans = months.map((month) => piece('C2.1.5', 1, { date: `2025-${month}-15` }));
    expect(standing('C2.1.5', plans)).toMatchObject({ done: true, need: [6] });
    expect(standing('C2.1.5', plans.slice(1)).parts[0]?.gaps).toEqual(['2025-05']);
    // Two in one month do not stand for another month.
    const twice = [...plans.slice(1), piece('C2.1.5', 1, { date: '2025-10-31' })];
    expect(standing('C2.1.5', twice)).toMatchObject({ done: false, have: [5] });
    const need = Object.fromEntries(
      ['C2.1.1', 'C2.1.2', 'C2.1.3', 'C2.1.4', 'C2.1.6'].map((id) => [id, standing(id, enough(id)).need]),
    );
    expect(need).toEqual({
      'C2.1.1': [30],
      'C2.1.2': [10],
      'C2.1.3': [5],
      'C2.1.4': [30_000],
      'C2.1.6': [2],
    });
    expect(standing('C2.1.6', [piece('C2.1.6', 1)]).done).toBe(false);
  });

  it('G-35: C2.2 asks for 3 publications in the media and 3 screenshots', () => {
    asks('C2.2', { 'C2.2.1': [3], 'C2.2.2': [3] });
  });

  it.each(['2.1.3', '4.1.3'])(
    'G-36: 10 photos and 1 video of %s «10/2» are 75 %, and not done',
    (indicator) => {
      const photos = piece(indicator, 10);
      const video = piece(indicator, 1, { part: 1 });
      expect(standing(indicator, [photos, video])).toMatchObject({ percent: 75, done: false, have: [10, 1] });
      // Photos beyond the plan do not stand for the second video.
      expect(standing(indicator, [photos, photos, video])).toMatchObject({ percent: 75, done: false });
      const second = piece(indicator, 1, { part: 1 });
      expect(standing(indicator, [photos, video, second])).toMatchObject({ percent: 100, done: true });
    },
  );
});
