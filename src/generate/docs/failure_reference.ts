import { type Confusion, confusionOf, type Verdict } from '../../../test/diagnosis/corpus/confusion.ts';
import { type CorpusPart, gatheredLines } from '../../../test/diagnosis/corpus/corpus.ts';
import { BROKEN_PIPE } from '../../diagnosis/broken_pipe.ts';
import { MEANINGS } from '../../diagnosis/meanings.ts';
import { TAXONOMY } from '../../diagnosis/taxonomy.ts';
import { ERROR_CATEGORIES, ERROR_TYPES } from '../../registry/error_types.ts';

const VERDICTS: readonly Verdict[] = [...ERROR_CATEGORIES, 'ordinary'];

const PARTS: Readonly<Record<CorpusPart, string>> = {
  tuned:
    'The rules were made on these lines; a line that they get wrong is mended. Eleven samples are among them that were new when they were gathered, one after the other: 68 %, 53 %, 69 %, 69 %, 88 %, 87 %, 63 %, 58 %, 68 %, 82 % and 86 % of their failures had the right category then, and 2, 1, 0, 0, 2, 0, 0, 0, 0, 5 and 1 of their ordinary lines a code.',
  blind:
    'Lines of the programs themselves, gathered and labelled by somebody who had not seen the rules, which were not mended by it. Take the table below for what to expect of new lines of yt-dlp, youtube-dl, ffmpeg, Liquidsoap, Node, undici and curl; of the words of programs around them (an earlier sample had those too) it was 84 %.',
};

/** The page of all codes, and how well messages are told apart. */
export function failureReference(): string {
  const lines = gatheredLines();
  const ordinary = lines.filter(({ type }) => type === undefined).length;
  const threads = new Set(lines.map(({ source }) => source)).size;
  const tools = new Set(lines.map(({ tool }) => tool)).size;
  return `<!-- Generated from src/diagnosis by npm run generate; do not edit. -->

# Why things fail

Every failure has one of these codes (\`error.type\`) and categories (\`media.error.category\`). \`otel-media explain\` says
what a message means; \`diagnose()\` says it of anything that was thrown.

| code | category | again? | fault | it means | what to do |
|---|---|---|---|---|---|
${ERROR_TYPES.map(codeRow).join('\n')}

A broken pipe is told of alike whoever was reading. Where the message names no server, it means:
${BROKEN_PIPE.meaning}. ${BROKEN_PIPE.fix}

# How well messages are told apart

${lines.length} lines of ${threads} public threads about ${tools} programs, ${ordinary} of them ordinary lines that are no failures
(test/diagnosis/corpus in the repository). Each was labelled by hand before the rules saw it. Rows: what a line is; columns: what it was
taken for.
${(Object.keys(PARTS) as CorpusPart[]).map((part) => partSection(confusionOf(part))).join('')}`;
}

function codeRow(type: (typeof ERROR_TYPES)[number]): string {
  const { category, retryable, fault, fix } = TAXONOMY[type];
  return `| \`${type}\` | ${category} | ${retryable ? 'yes' : 'no'} | ${fault} | ${MEANINGS[type]} | ${fix} |`;
}

function partSection(confusion: Confusion): string {
  const { part, failures, rightCategory, rightCode, ordinary, falseAlarms, counts } = confusion;
  const rows = VERDICTS.filter((verdict) => counts.has(verdict));
  const found = VERDICTS.filter((verdict) => rows.some((row) => counts.get(row)?.has(verdict)));
  return `
## ${part}

${PARTS[part]}

Of ${failures} failures ${rightCategory} have the right category (${percent(rightCategory, failures)}) and ${rightCode} the right code; of ${ordinary} ordinary lines
${falseAlarms} have a code.

| | ${found.join(' | ')} |
|---|${found.map(() => '--:|').join('')}
${rows.map((row) => `| ${row} | ${found.map((column) => counts.get(row)?.get(column) ?? '').join(' | ')} |`).join('\n')}
`;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
