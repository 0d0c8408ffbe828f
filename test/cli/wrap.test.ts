import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/run_command_line.ts';
import { wrapText } from '../../src/cli/wrap.ts';

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
