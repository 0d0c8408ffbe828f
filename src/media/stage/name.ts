import { boundedValue, OTHER } from '../../emit/cardinality.ts';
import { warnOfMisuse } from '../../emit/guard.ts';
import { MAX_CUSTOM_STAGES, stageName } from '../../registry/stage.ts';

const NAME = /^[a-z][a-z0-9_]{0,39}$/;
const MAX_SPELLINGS = 200;

// By the spelling of the application. Bounded by itself, as many spellings come to one name.
const resolved = new Map<string, string>();

/**
 * The name under which signals know a stage: in lower case, with underscores (`Storage upload` is `storage_upload`). A
 * name of the application's own is kept while there are few of them; one that is no short word never is.
 */
export function stageNameOf(given: unknown): string {
  if (typeof given !== 'string') return OTHER;
  const known = resolved.get(given);
  if (known !== undefined) return known;
  const spelt =
    given.length > 100
      ? ''
      : given
          .trim()
          .toLowerCase()
          .replaceAll(/[\s.-]+/g, '_');
  const name = NAME.test(spelt) ? boundedValue(stageName, spelt) : OTHER;
  if (name !== spelt) warnOfOther(NAME.test(spelt));
  if (resolved.size < MAX_SPELLINGS && given.length <= 100) resolved.set(given, name);
  return name;
}

let warned = false;

// Not with the name: what is no short word may be a title, or a path.
function warnOfOther(isWord: boolean): void {
  if (warned) return;
  warned = true;
  warnOfMisuse(
    isWord
      ? `stage() knows ${MAX_CUSTOM_STAGES} names besides its own; further ones are counted as "${OTHER}"`
      : `stage(): a name must be a word of at most 40 letters, digits and underscores; this one is counted as "${OTHER}"`,
  );
}
