import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dashboards } from '../../src/generate/dashboards/dashboards.ts';
import { root } from './dashboards/files.ts';

const docs = join(root, 'docs');
const read = (file: string) => readFileSync(join(docs, file), 'utf8');
const questions = read('questions.generated.md');
const rows = questions.split('\n').filter((line) => /^\| (?!Question|---)/.test(line));

describe('the questions in the docs', () => {
  it('are all there, in a row each, and can be read by a person', () => {
    const asked = dashboards.flatMap(({ answers }) => answers.map(({ question }) => question));
    expect(asked.length).toBeGreaterThan(60);
    expect(rows).toHaveLength(asked.length);
    for (const question of asked)
      expect(
        rows.some((row) => row.includes(question)),
        question,
      ).toBe(true);
    // It was fifteen times as long once, with the queries in it.
    expect(questions.length).toBeLessThan(30_000);
  });

  it('lead to the queries that answer them', () => {
    const links = [...questions.matchAll(/\]\(([^)#]+)#([^)]+)\)/g)];
    expect(links.length).toBeGreaterThan(rows.length);
    for (const [link, file = '', anchor = ''] of links) {
      const [, told] = read(file).split(`<a id="${anchor}"></a>\n`);
      const [, title] = /^\n### (.+)\n/.exec(told ?? '') ?? [];
      expect(questions, link).toContain(`[${title}](${file}#${anchor})`);
      expect(told, link).toMatch(/^[^#]+### [^\n]+\n\n[^\n]+\n\n(?:[^\n`]+:\n\n)?```(?:promql|logql)\n/);
    }
  });

  it('are led back to from the queries', () => {
    for (const { key } of dashboards)
      expect(read(`queries/${key}.generated.md`)).toContain('(../questions.generated.md)');
  });
});
