/**
 * Where what another program said begins in a line of a program around it: a field of a structured log, the name of a
 * class of errors, or a cause that is announced.
 */
const INNER =
  /^["']?(?:message|msg|error|err|reason|stderr)["']?: ["'`]|["'](?:message|msg|error|err|reason|stderr|stack|details?|cause|exception|description)["']: ?["']|\b(?:msg|error|err|reason|cause|stderr)="|[:>)\]] ?(?=(?:[A-Za-z_][\w.]{0,80})?(?:Error|ERROR|Exception)\b(?: \[\w{1,60}\])?:? )|\b(?:reason|caused by|because|due to|stderr|details?|cause)(?: of)?: ?|\b(?:rejection|exception|failed|failure|error|job \w{1,40}|went wrong)[:!] (?=\S)/gi;

/** `{"level":50,…,"err":{…}}`: a structured log that tells of an error by a number or a field. */
const STRUCTURED_ERROR =
  /^["']?(?:message|msg|stderr|reason|error|stack)["']?: ["'`][\w.]{0,60}(?:Error|Exception)\b|^\{.{0,400}?"(?:err|error|exception)": ?\{|^\{.{0,200}?"level": ?(?:50|60|"(?:error|fatal|critical)")/i;

/** The end of a quotation, and of what held it. */
const TAIL = /(?:\\n|["'`,}\s]){1,10}$/;

/** How many places of a line are looked at. */
const MAX_STATEMENTS = 4;

/** What stands behind each place of a line where a statement of another program may begin, the first place first. */
export function innerStatements(line: string): string[] {
  const found: string[] = [];
  for (const { index, 0: marker } of line.matchAll(INNER)) {
    const rest = line.slice(index + marker.length).replace(TAIL, '');
    if (rest.length > 3) found.push(rest);
    if (found.length === MAX_STATEMENTS) break;
  }
  return found;
}

/** Whether a line is a structured log of an error. */
export function isStructuredError(line: string): boolean {
  return STRUCTURED_ERROR.test(line);
}
