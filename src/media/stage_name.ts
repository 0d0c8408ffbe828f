import { warnOfMisuse } from '../emit/guard.ts';
import { MAX_CUSTOM_STAGES, OTHER_STAGE, STAGES } from '../registry/stage.ts';

const NAME = /^[a-z][a-z0-9_]{0,39}$/;
const MAX_SPELLINGS = 200;

// By the spelling of the application. Bounded twice: in what is remembered, and in what may be a name of its own.
const resolved = new Map<string, string>();
const names = new Set<string>(STAGES);

/**
 * The name under which signals know a stage: in lower case, with underscores (`Storage upload` is `storage_upload`). A
 * name of the application's own is kept while there are few of them; one that is no short word never is.
 */
export function stageNameOf(given: unknown): string {
  if (typeof given !== 'string') return OTHER_STAGE;
  const known = resolved.get(given);
  if (known !== undefined) return known;
  const spelt =
    given.length > 100
      ? ''
      : given
          .trim()
          .toLowerCase()
          .replaceAll(/[\s.-]+/g, '_');
  const name = NAME.test(spelt) && (names.has(spelt) || hasRoom()) ? spelt : OTHER_STAGE;
  if (name !== spelt) warnOfOther(NAME.test(spelt));
  names.add(name);
  if (resolved.size < MAX_SPELLINGS && given.length <= 100) resolved.set(given, name);
  return name;
}

function hasRoom(): boolean {
  return names.size - (names.has(OTHER_STAGE) ? 1 : 0) < STAGES.length + MAX_CUSTOM_STAGES;
}

let warned = false;

// Not with the name: what is no short word may be a title, or a path.
function warnOfOther(isWord: boolean): void {
  if (warned) return;
  warned = true;
  warnOfMisuse(
    isWord
      ? `stage() knows ${MAX_CUSTOM_STAGES} names besides its own; further ones are counted as "${OTHER_STAGE}"`
      : `stage(): a name must be a word of at most 40 letters, digits and underscores; this one is counted as "${OTHER_STAGE}"`,
  );
}
