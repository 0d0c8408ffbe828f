/** A query without what has braces of its own: Loki's templates, in back quotes, and Grafana's variables with a format. */
export function withoutTemplates(expr: string): string {
  return expr.replaceAll(/`[^`]*`/g, '``').replaceAll(/\$\{[^}]*\}/g, '$$');
}

/** The selectors of a LogQL query, each with the events that it reads. */
export function streamsOfLogql(expr: string): { selector: string; eventNames: string[] }[] {
  return [...withoutTemplates(expr).matchAll(/\{([^}]*)\}(?!:)/g)]
    .filter(([, inner = '']) => inner.includes('='))
    .map(([selector, inner = '']) => ({
      selector,
      eventNames: /event_name=~?"([^"]*)"/.exec(inner)?.[1]?.split('|') ?? [],
    }));
}

/** The labels that a LogQL query uses, and those that it makes itself. */
export function labelsOfLogql(expr: string): { used: string[]; made: string[] } {
  const text = withoutTemplates(expr);
  const compared = [...text.matchAll(/([a-z_]+)\s*(?:=~|!=|!~|>=|<=|=|>|<)\s*(?=["`$\d])/g)].map(
    ([, name = '']) => name,
  );
  const grouped = [...text.matchAll(/\b(?:by|on|ignoring|group_left|group_right) \(([^)]*)\)/g)]
    .flatMap(([, list = '']) => list.split(', '))
    .filter((name) => name !== '');
  const unwrapped = [...text.matchAll(/\bunwrap (?:\w+\()?([a-z_]+)/g)].map(([, name = '']) => name);
  const templated = [...expr.matchAll(/\{\{[^}]*\}\}/g)].flatMap(([template]) =>
    [...template.matchAll(/(?<=[\s({|])\.([a-z_]+)/g)].map(([, name = '']) => name),
  );
  const made = [...text.matchAll(/\blabel_format ([a-z_]+)=/g)].map(([, name = '']) => name);
  return { used: [...compared, ...grouped, ...unwrapped, ...templated], made };
}
