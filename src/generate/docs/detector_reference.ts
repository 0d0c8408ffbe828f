import fc from 'fast-check';
import { SECRET_KINDS } from '../../../test/redact/secret_kinds.ts';
import { DETECTORS } from '../../redact/detectors/all.ts';
import { FAMILIES, type Family } from '../../redact/detectors/detector.ts';
import { SECRET_NAMES, type SecretNames, type SecretValue } from '../../redact/names/secret_names.ts';
import { explainText } from '../../redact/text/text.ts';

const SAMPLES = 30;
const SEED = 1;

// Read by code in the process, and by expressions of the same families in the Collector.
const BY_CODE: Readonly<Record<string, string>> = {
  url_credentials: 'user and password of a URL',
  url_query:
    'values of parameters of a URL that are not known to be harmless; of the family that their names tell',
  url_id: 'ids of videos in the path or the query of a URL; they are shortened',
  url_path: 'signed and opaque parts of the path of a URL',
  url_webhook: 'what stands behind `webhook` in the path of a URL',
  url_stream_key: 'the last part of an RTMP URL',
  url_folder: 'the folders of a `file:` URL',
  url_fragment: 'the fragment of a URL, unless it is an anchor of a page',
  unix_path:
    'folders of an absolute path, but for those that packages brought (`/usr/lib/…`, `/opt/PACKAGE/bin`) or that anybody has (`/downloads/cache`); its last part stays, and whatever stands behind `node_modules`',
  windows_path: 'the same of Windows',
  encoded:
    'a word or value in base64, percent-encoding or with JSON’s escapes in which a detector finds something',
};

/** The page of all detectors. */
export function detectorReference(): string {
  const examples = foundExamples();
  return `<!-- Generated from src/redact/detectors by npm run generate; do not edit. -->

# Detectors

What is looked for in every text, whatever field it is in, in this order; \`otel-media redact\` names them. An example is
what is left of a text that was made up (test/redact/secret_kinds.ts in the repository). A detector of the process only is one that an
expression can only roughly do, of the Collector only its rough form. Where there is no example, another detector, such
as \`url_query\`, is there first.

${FAMILIES.map((family) => section(family, examples)).join('\n')}
${namesSection()}
## Read by code

| detector | what it takes out |
|---|---|
${Object.entries(BY_CODE)
  .map(([name, what]) => `| \`${name}\` | ${what} |`)
  .join('\n')}
`;
}

const COUNT: Readonly<Record<SecretNames['at'], string>> = {
  end: 'what a name ends with, also in a word',
  step: 'the last words of a name, or all of it',
  whole: 'all of a name, or all behind its last dot',
};
const VALUES: Readonly<Record<SecretValue, string>> = {
  any: 'any value',
  no_state: 'any but a state (`enabled`, `missing`) and a number of up to three digits',
  login: 'any but the address of a database or a queue without a login',
  code: 'what has a digit and at least four letters or digits',
  digits: 'four digits or more',
};

function namesSection(): string {
  const rows = SECRET_NAMES.map(({ at, value, inTexts, names }) => {
    const shown = names.split(',').map((name) => `\`${name.replaceAll('|', '\\|')}\``);
    return `| ${COUNT[at]} | ${VALUES[value]} | ${inTexts === 'none' ? 'as keys' : 'as keys and in texts'} | ${shown.join(', ')} |`;
  });
  return `## Names

Under these names no value leaves, whatever it looks like: of attributes, fields of a map, headers, arguments, pairs and
items of a list, and, where it says so, before a value in a text (\`MY_PW=…\`, \`"pin": …\`). Capitals do not count; a space
stands for a dash, an underscore, a space or nothing. A question mark is behind what may be missing. \`true\`, \`false\` and
nothing stay. In texts, those of keys only have detectors of their own; so have \`pass\`, which is a word, and names of cookies.

| counts | which values | where | names |
|---|---|---|---|
${rows.join('\n')}
`;
}

function section(family: Family, examples: ReadonlyMap<string, string>): string {
  const rows = DETECTORS.filter((detector) => detector.family === family).map(({ name, only }) => {
    const example = examples.get(name);
    return `| \`${name}\` | ${only ?? 'both'} | ${example === undefined ? '' : code(example)} |`;
  });
  return `## ${family}

| detector | process or Collector | an example of what is left |
|---|---|---|
${rows.join('\n')}
`;
}

// The shortest text that a detector found something in: what stays of it, since a scanner would take the rest for real.
function foundExamples(): Map<string, string> {
  const shortest = new Map<string, string>();
  for (const { planted } of SECRET_KINDS) {
    for (const { text } of fc.sample(planted, { seed: SEED, numRuns: SAMPLES })) {
      const { text: left, findings } = explainText(text);
      for (const { detector } of findings) {
        const known = shortest.get(detector);
        if (known === undefined || left.length < known.length) shortest.set(detector, left);
      }
    }
  }
  return shortest;
}

function code(text: string): string {
  const shown = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll('|', '\\|');
  return shown.includes('`') ? `\`\` ${shown} \`\`` : `\`${shown}\``;
}
