import { type Policy, policy } from '../policy/policy.ts';
import { redactText } from '../text/text.ts';

// `GET /albums/:id`, `/albums/:id`, `middleware - /albums`: a route, and no path of a file.
const ROUTE = /^(?:[A-Z]{3,7} |[\w ]{1,40} - )?\/\S*$/;

// Those of spans and events are a few, of which each comes again and again. Bounded all the same.
const MAX_REMEMBERED = 500;
const MAX_REMEMBERED_LENGTH = 128;
let remembered = new Map<string, string>();
let rememberedOf: Policy | undefined;

/** The name of a span or of an event as it may leave. */
export function redactName(name: string): string {
  const inForce = policy();
  if (rememberedOf !== inForce) {
    rememberedOf = inForce;
    remembered = new Map();
  }
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const redacted = ROUTE.test(name) ? redactText(name, { paths: false }) : redactText(name);
  if (name.length <= MAX_REMEMBERED_LENGTH) {
    if (remembered.size >= MAX_REMEMBERED) remembered = new Map();
    remembered.set(name, redacted);
  }
  return redacted;
}
