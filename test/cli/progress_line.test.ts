import { describe, expect, it } from 'vitest';
import { ProgressLine } from '../../src/cli/output/progress_line.ts';

function screen(about: { isTTY?: boolean; columns?: number }) {
  const written: string[] = [];
  return { ...about, written, write: (text: string) => written.push(text) };
}

const CLEAR = '\r\u001b[2K';

describe('the progress line', () => {
  it('replaces itself on a terminal, and is never wider than that', () => {
    const output = screen({ isTTY: true, columns: 10 });
    const progress = new ProgressLine(output);
    progress.tell('1 of 2 done, a long line', true);
    progress.tell('2 of 2', true);
    progress.tell('ready', false);
    progress.clear();
    expect(output.written).toEqual([`${CLEAR}1 of 2 do`, `${CLEAR}2 of 2`, CLEAR, 'ready\n']);
  });

  it('is written now and then where there is no terminal', () => {
    const output = screen({});
    const progress = new ProgressLine(output, 60_000);
    for (const line of ['1', '2', '3']) progress.tell(line, true);
    progress.tell('ready', false);
    progress.clear();
    expect(output.written).toEqual(['1\n', 'ready\n']);
  });
});
