import { describe, expect, it } from 'vitest';
import { diagnoseMessage } from '../../src/diagnosis/messages.ts';
import { redactText } from '../../src/redact/text/text.ts';
import { gatheredLines, programLines } from '../diagnosis/corpus/corpus.ts';
import { secondMessages } from './masked.ts';

const lines = [
  ...new Set([
    ...gatheredLines().map(({ line }) => line),
    ...programLines().map(({ line }) => line),
    ...secondMessages(),
  ]),
];

describe('a line of yt-dlp, ffmpeg or a library, as it leaves', () => {
  it('means what it meant before: the same code for every line of the corpora', () => {
    expect(lines.length).toBeGreaterThan(6000);
    const changed = lines
      .map((line) => ({ line, left: redactText(line) }))
      .filter(({ line, left }) => diagnoseMessage(left)?.type !== diagnoseMessage(line)?.type)
      .map(
        ({ line, left }) =>
          `${diagnoseMessage(line)?.type} -> ${diagnoseMessage(left)?.type}: ${line} -> ${left}`,
      );
    expect(changed).toEqual([]);
  }, 60_000);

  it('stays as it is when it is looked through again', () => {
    for (const line of lines) {
      const once = redactText(line);
      expect(redactText(once)).toBe(once);
    }
  }, 60_000);
});
