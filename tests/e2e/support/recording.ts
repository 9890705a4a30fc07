// A short video that a participant might send: recorded by the browser itself from a drawing, so that nobody is on it.
import type { Browser } from 'playwright-core';

const WIDTH = 320;
const HEIGHT = 180;
const MILLISECONDS = 600;

/** A WebM of a ball that rolls. */
export async function recording(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage();
  const base64 = await page.evaluate(record, { width: WIDTH, height: HEIGHT, length: MILLISECONDS });
  await page.close();
  return Buffer.from(base64, 'base64');
}

/** Runs in the page. */
async function record(wanted: { width: number; height: number; length: number }): Promise<string> {
  const canvas = Object.assign(document.createElement('canvas'), wanted);
  const brush = canvas.getContext('2d');
  const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm;codecs=vp8' });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const ended = new Promise((resolve) => {
    recorder.onstop = resolve;
  });
  recorder.start();
  for (let at = 0; at < wanted.length; at += 40) {
    if (brush) {
      brush.fillStyle = '#9cc9d6';
      brush.fillRect(0, 0, wanted.width, wanted.height);
      brush.fillStyle = '#c8553d';
      brush.beginPath();
      brush.arc(20 + at / 3, 120, 20, 0, 7);
      brush.fill();
    }
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  recorder.stop();
  await ended;
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
