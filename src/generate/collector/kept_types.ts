import { quoted } from './ottl.ts';

// A detector looks into texts only, so a list is made one of JSON before. What nothing was masked in becomes again what it
// was: each mask leaves a sign behind it that nobody else may, by which the names of the others are told.

/** Stands behind what was masked, until it is known where. */
export const SIGN = '\u0001';

/** Whether there is anything but texts. */
const OTHERS = 'others';

const CHANGED = '\u0003';
const UNCHANGED = '\u0002';

/** Statements that remember the attributes as they are, and make texts of them. */
export function asTexts(context: string, attributes: string): string[] {
  return [
    `delete_key(${attributes}, "redaction.allowed.count")`,
    `set(${context}.cache["o"], ${attributes})`,
    `stringify_all(${attributes})`,
    `set(${context}.cache["${OTHERS}"], true) where ${attributes} != ${context}.cache["o"]`,
    `replace_all_patterns(${attributes}, "value", ${quoted('[\\x01-\\x03]')}, "")`,
  ];
}

/** Statements that put back what nothing was masked in, and take the signs away. */
export function asTheyWere(context: string, attributes: string): string[] {
  const [before, names, list] = ['o', 'c', 'k'].map((name) => `${context}.cache["${name}"]`);
  const others = `where ${context}.cache["${OTHERS}"] != nil`;
  const value = (found: string, left: string) =>
    `replace_all_patterns(${names}, "value", ${quoted(found)}, ${quoted(left)}) ${others}`;
  const part = (found: string, left: string) => `replace_pattern(${list}, ${quoted(found)}, ${quoted(left)})`;
  return [
    // Texts were read as something else.
    `set(${context}.cache["${OTHERS}"], true) where ${context}.cache["escaped"] != nil`,
    `set(${names}, ${attributes}) ${others}`,
    value(`(?s)^.*${SIGN}.*\\z`, CHANGED),
    value('(?s)^[^\\x03].*\\z|^\\z', UNCHANGED),
    `set(${list}, ToKeyValueString(${names}, "\\n", "\\n\\n")) ${others}`,
    part('[^\\n]*\\n\\x02(?:\\n\\n|\\z)', ''),
    part('\\n\\x03(?:\\n\\n|\\z)', '|'),
    // Whatever it is: that a name too many is taken for changed does no harm.
    part('[^a-zA-Z0-9_|-]', '.'),
    `delete_matching_keys(${before}, Concat(["^(?:", ${list}, ")\\\\z"], "")) ${others}`,
    `replace_all_patterns(${attributes}, "value", ${quoted('\\x01')}, "")`,
    `merge_maps(${attributes}, ${before}, "upsert") ${others}`,
  ];
}
