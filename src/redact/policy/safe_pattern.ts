/** What `*`, `+` and `{3,}` of a user's pattern count to at most, in characters. */
export const MOST_REPEATS = 256;

const LONGEST_PATTERN = 500;

/** A pattern of a user's that can be run: its source, with every repetition bounded. */
export interface SafePattern {
  readonly source: string;
}

/** Why a pattern is not taken, in words. */
export interface UnsafePattern {
  readonly problem: string;
}

interface Atom {
  readonly text: string;
  /** Nothing but one character: a letter, an escape, a class, a dot. */
  readonly single: boolean;
  readonly least: number;
  readonly most: number;
}

/**
 * Reads a pattern that a user gave. It must compile, have none of what RE2 has not (look-around, back-references), and
 * not be able to take time that grows faster than the text: no repetition of what repeats or chooses, and at most one
 * repetition that what follows it could be part of.
 */
export function safePattern(source: string): SafePattern | UnsafePattern {
  if (source === '') return { problem: 'is empty' };
  if (source.length > LONGEST_PATTERN) return { problem: `is longer than ${LONGEST_PATTERN} characters` };
  try {
    if (new RegExp(source, 'i').test('')) return { problem: 'matches a text that is empty, and so any' };
  } catch {
    return { problem: 'is no regular expression' };
  }
  if (/\(\?<?[=!]/.test(withoutEscapesAndClasses(source)))
    return { problem: 'looks around, which is not supported' };
  if (/\\(?:[1-9]|k<)/.test(source.replaceAll('\\\\', ''))) {
    return { problem: 'refers back to a group, which is not supported' };
  }
  if (/\((?!\?:|[^?])/.test(withoutEscapesAndClasses(source))) {
    return { problem: 'has a group of another kind than ( ) and (?: )' };
  }
  return new Reader(source).read();
}

class Reader {
  readonly #source: string;
  #at = 0;
  #unsure = 0;
  #bounded = '';
  #problem: string | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  read(): SafePattern | UnsafePattern {
    this.#branches();
    if (this.#problem === undefined && this.#unsure > 1) {
      this.#problem =
        'has more than one repetition that what follows it could be part of, which can take forever';
    }
    return this.#problem === undefined ? { source: this.#bounded } : { problem: this.#problem };
  }

  /** Reads up to the end of a group, and tells whether it repeats or chooses. */
  #branches(): boolean {
    let complex = false;
    let loop: Atom | undefined;
    while (this.#at < this.#source.length && this.#source[this.#at] !== ')') {
      if (this.#source[this.#at] === '|') {
        complex = true;
        // What comes after the group may follow each branch.
        if (loop) this.#unsure += 1;
        loop = undefined;
        this.#bounded += '|';
        this.#at += 1;
        continue;
      }
      const atom = this.#atom();
      if (atom.most > 1 || atom.least !== atom.most) complex = true;
      if (loop && (!atom.single || overlap(loop.text, atom.text))) this.#unsure += 1;
      // What may be missing does not end the repetition before it.
      if (atom.most > MOST_REPEATS || atom.most === MOST_REPEATS) loop = atom.single ? atom : undefined;
      else if (atom.least > 0) loop = undefined;
    }
    if (loop && this.#at < this.#source.length) this.#unsure += 1;
    return complex;
  }

  #atom(): Atom {
    const rest = this.#source.slice(this.#at);
    if (rest.startsWith('(')) {
      const open = rest.startsWith('(?:') ? '(?:' : '(';
      this.#at += open.length;
      this.#bounded += open;
      const complex = this.#branches();
      this.#at += 1;
      this.#bounded += ')';
      const { least, most } = this.#quantifier();
      if (complex && most > 8)
        this.#problem ??= 'repeats what itself repeats or chooses, which can take forever';
      return { text: '', single: false, least, most };
    }
    const [text = ''] =
      /^(?:\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|\\c[a-z]|\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|[\s\S])/i.exec(rest) ??
      [];
    this.#at += text.length;
    this.#bounded += text;
    const { least, most } = this.#quantifier();
    return { text, single: !/^(?:\\[bB]|[\^$])$/.test(text), least, most };
  }

  #quantifier(): { least: number; most: number } {
    const [all = '', sign = '', from = '', comma = '', to = '', lazy = ''] =
      /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})(\??)/.exec(this.#source.slice(this.#at)) ?? [];
    this.#at += all.length;
    if (all === '') return { least: 1, most: 1 };
    if (sign === '?') {
      this.#bounded += all;
      return { least: 0, most: 1 };
    }
    const least = sign === '' ? Number(from) : sign === '*' ? 0 : 1;
    const most =
      sign !== '' || (comma !== '' && to === '')
        ? Math.max(MOST_REPEATS, least)
        : Math.min(Number(to || from), 1000);
    if (least > most) this.#problem ??= 'repeats more than 1,000 times';
    this.#bounded += `{${least},${most}}${lazy}`;
    return { least, most };
  }
}

// Whether there is a character that both could be, as far as Latin letters go.
function overlap(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => new RegExp(`^(?:${text})$`, 'i'));
  for (let code = 0; code < 256; code += 1) {
    const letter = String.fromCharCode(code);
    if (a?.test(letter) && b?.test(letter)) return true;
  }
  return false;
}

function withoutEscapesAndClasses(source: string): string {
  return source.replace(/\\[\s\S]/g, '').replace(/\[[^\]]*\]/g, '');
}
