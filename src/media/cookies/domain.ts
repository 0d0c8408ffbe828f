/** A domain as cookies are compared by: in lower case, without the dot that stands for its sub-domains. */
export function bareDomain(domain: string): string {
  const lower = domain.trim().toLowerCase();
  return lower.startsWith('.') ? lower.slice(1) : lower;
}

/** Whether a domain is another one, or a part of it. */
export function belongsTo(domain: string, parent: string): boolean {
  return domain === parent || domain.endsWith(`.${parent}`);
}
