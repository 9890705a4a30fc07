// A QR code with words beside it, drawn as squares: sharp at any size, no picture in the file.
import { create } from 'qrcode';
import type { Words } from '../layout.ts';
import { QUIET, type Sheet } from './sheet.ts';

const SIDE = 92;
const GAP = 14;

export function drawCode(sheet: Sheet, content: string, beside: readonly Words[]): void {
  sheet.room(SIDE);
  const top = sheet.y;
  squares(sheet, content, top);
  const writing = { x: SIDE + GAP, width: sheet.width - SIDE - GAP, size: 9, colour: QUIET };
  sheet.y = top + 8;
  for (const words of beside) sheet.write(words, writing);
  sheet.y = Math.max(sheet.y, top + SIDE) + 8;
}

function squares(sheet: Sheet, content: string, top: number): void {
  const { modules } = create(content, { errorCorrectionLevel: 'M' });
  const side = SIDE / modules.size;
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column))
        // A little larger than the square: no hairlines between neighbours.
        sheet.pdf.rect(sheet.left + column * side, top + row * side, side + 0.05, side + 0.05);
  sheet.pdf.fill('#000000');
}
