// What a level asks for, in words: one line a direction.
import { type Text, text } from '../../../engine/kernel/message.ts';
import type { Direction, requirementsOf } from '../../../engine/programmes/badge/programme.ts';

type Requirements = ReturnType<typeof requirementsOf>;

export const requirementTexts = (all: Requirements, of: readonly Direction[]): readonly Text[] =>
  of.flatMap((direction) => {
    const asked = all[direction];
    if (!asked) return [];
    const { weeks = 0, longerWeeks = weeks, books = 0, kazakhBooks = 0, sections = 0, days = 0 } = asked;
    if (direction === 'reading') return [text('badge:asks.reading', { count: books, kazakhBooks, sections })];
    if (direction === 'tourism' || direction === 'work')
      return [text(`badge:asks.${direction}`, { count: days })];
    const isTwofold = direction === 'heritage' && longerWeeks !== weeks;
    if (isTwofold) return [text('badge:asks.heritage-twofold', { count: longerWeeks, weeks })];
    return [text(`badge:asks.${direction}`, { count: weeks })];
  });
