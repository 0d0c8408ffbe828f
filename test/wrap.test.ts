import { describe, expect, it, vi } from 'vitest';
import { runCommandLine } from '../src/cli/run_command_line.ts';
import { warn } from '../src/warn.ts';
import { wrapText } from '../src/wrap.ts';

describe('wrapText', () => {
  it('breaks between words, and indents what goes on', () => {
    expect(wrapText('one two three four', 10)).toBe('one two\n  three\n  four');
  });

  it('leaves what fits, what has no words, and the lines of a log', () => {
    const text = `short\n${'x'.repeat(30)}\n  level=error msg="a log line that is long"`;
    expect(wrapText(text, 20)).toBe(text);
  });
});

describe('an error', () => {
  async function printed(isTTY: boolean): Promise<string> {
    let text = '';
    const stderr = {
      isTTY,
      columns: 40,
      write: (more: string) => {
        text += more;
      },
    };
    const signal = new AbortController().signal;
    const args = ['up', '--engine', 'a name of an engine that there is not'];
    await runCommandLine(args, { env: {}, stdout: stderr, stderr, signal });
    return text;
  }

  it('is wrapped on a terminal', async () => {
    const lines = (await printed(true)).trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(40);
  });

  it('stays on its line elsewhere', async () => {
    expect((await printed(false)).trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('a warning of the process', () => {
  function warned(terminal: { isTTY: boolean; columns: number }): string[] {
    let text = '';
    const { isTTY, columns } = process.stderr;
    const write = vi.spyOn(process.stderr, 'write').mockImplementation((more) => {
      text += String(more);
      return true;
    });
    try {
      Object.assign(process.stderr, terminal);
      warn(
        'option content is "nonsense"; allowed is one of keep, truncate, hash, mask, drop. "hash" is used.',
      );
    } finally {
      Object.assign(process.stderr, { isTTY, columns });
      write.mockRestore();
    }
    return text.trimEnd().split('\n');
  }

  it('is wrapped on a terminal, whose size may not be known', () => {
    for (const columns of [40, 80, 0]) {
      const lines = warned({ isTTY: true, columns });
      expect(lines.length).toBeGreaterThan(1);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns || 80);
    }
  });

  it('stays on its line in a file', () => {
    expect(warned({ isTTY: false, columns: 40 })).toHaveLength(1);
  });
});
