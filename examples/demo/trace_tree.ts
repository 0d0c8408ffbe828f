import { type Palette, palette } from './colours.ts';
import { cut, duration, wrap } from './text.ts';
import { detailsOf } from './trace_details.ts';
import type { TraceSpan } from './trace_span.ts';

export interface TreeOptions {
  /** Characters of a line. Default 80. */
  readonly width?: number;
  /** Default none. */
  readonly palette?: Palette;
}

interface Node {
  readonly span: TraceSpan;
  readonly children: Node[];
}

const DURATION_WIDTH = 9;
const LEAST_WIDTH = 40;

/**
 * Draws a trace as a tree: one line for each span, with its duration at the right, and under each span that failed by
 * itself what it failed of. Spans whose parent is not there begin a tree of their own.
 */
export function traceTree(spans: readonly TraceSpan[], options: TreeOptions = {}): string[] {
  const { palette: colours = palette(false) } = options;
  const width = Math.max(LEAST_WIDTH, options.width ?? 80);
  return rootsOf(spans).flatMap((root) => draw(root, '', '', width, colours));
}

/** The spans as trees, children in the order they started in. */
function rootsOf(spans: readonly TraceSpan[]): Node[] {
  const sorted = [...spans].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const nodes = new Map(sorted.map((span): [string, Node] => [span.id, { span, children: [] }]));
  const roots: Node[] = [];
  for (const node of nodes.values()) {
    const { parentId } = node.span;
    const parent = parentId === undefined ? undefined : nodes.get(parentId);
    if (parent === undefined || parent === node) roots.push(node);
    else parent.children.push(node);
  }
  return roots;
}

function draw(
  { span, children }: Node,
  first: string,
  rest: string,
  width: number,
  colours: Palette,
): string[] {
  const lines = [spanLine(span, first, width, colours)];
  const below = rest + (children.length > 0 ? '│  ' : '   ');
  // Each failure is told once, where it began: what encloses it repeats it.
  if (tells(span) && !children.some(tellsWithin)) lines.push(...reason(span, below, width, colours));
  for (const [at, child] of children.entries()) {
    const last = at === children.length - 1;
    lines.push(
      ...draw(child, `${rest}${last ? '└─ ' : '├─ '}`, `${rest}${last ? '   ' : '│  '}`, width, colours),
    );
  }
  return lines;
}

function tells(span: TraceSpan): boolean {
  return span.failed && messageOf(span) !== '';
}

function tellsWithin({ span, children }: Node): boolean {
  return tells(span) || children.some(tellsWithin);
}

function spanLine(span: TraceSpan, first: string, width: number, colours: Palette): string {
  const room = width - first.length - DURATION_WIDTH - 1;
  const type = span.failed ? cut(errorType(span), room >> 1) : '';
  const name = cut(`${span.failed ? '✗ ' : ''}${span.name}`, room - (type ? type.length + 1 : 0));
  const details = cut(detailsOf(span), room - name.length - type.length - 2);
  const used = name.length + (details ? details.length + 1 : 0) + type.length;
  const text = `${span.failed ? colours.bad(name) : name}${details && ` ${colours.dim(details)}`}`;
  const gap = ' '.repeat(Math.max(0, room - used));
  return `${colours.dim(first)}${text}${gap}${colours.bad(type)} ${duration(Number(span.end - span.start) / 1e6).padStart(DURATION_WIDTH)}`;
}

// What yt-dlp adds to every error that it did not expect: where to report it.
const ADVICE = /; please report this issue on .*$/s;

/** What a span failed of: its message, on as many lines as it takes, up to four. */
function reason(span: TraceSpan, indent: string, width: number, colours: Palette): string[] {
  const text = `error.type=${errorType(span)}: ${messageOf(span).replace(ADVICE, '')}`;
  return wrap(text, width - indent.length - DURATION_WIDTH - 1, 4).map(
    (line) => colours.dim(indent) + colours.bad(line),
  );
}

function messageOf({ attributes }: TraceSpan): string {
  const message = attributes['error.message'] ?? attributes['exception.message'];
  return typeof message === 'string' ? message : '';
}

function errorType(span: TraceSpan): string {
  const type = span.attributes['error.type'];
  return typeof type === 'string' && type !== '' ? type : 'error';
}
