import { reportTelemetryFailure, warnOfMisuse } from '../../emit/guard.ts';

type Method = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Whether an object is what an adapter takes. Says so on the diagnostic channel where it is not.
 *
 * @param adapter name of the adapter's function
 * @param methods some that every such object has
 */
export function hasMethods(object: object, adapter: string, methods: readonly string[]): boolean {
  const missing = methods.find((method) => typeof Reflect.get(object, method) !== 'function');
  if (missing === undefined) return true;
  warnOfMisuse(`${adapter}() was given an object without ${missing}(); nothing of it is counted`);
  return false;
}

/** Whether an object can be given methods of its own. Says so on the diagnostic channel where it cannot. */
export function canReplaceMethods(object: object): boolean {
  if (Object.isExtensible(object)) return true;
  reportTelemetryFailure('instrumenting', new TypeError('the object is frozen'));
  return false;
}

/**
 * Gives one object its own version of a method, for libraries that have no hooks. The class and all other objects stay
 * as they are, and the object stays itself: private fields (`#`), `instanceof` and its type go on working, which they
 * do not behind a proxy. Does nothing where the object has no such method or cannot be changed. Never throws.
 *
 * @param make gets the original, which it must call with the same `this` and arguments
 */
export function replaceMethod(object: object, key: string, make: (original: Method) => Method): void {
  try {
    const original: unknown = Reflect.get(object, key);
    if (typeof original !== 'function') return;
    const replacement = make(original as Method);
    for (const property of ['name', 'length'])
      Object.defineProperty(replacement, property, {
        value: Reflect.get(original, property),
        configurable: true,
      });
    Object.defineProperty(object, key, {
      value: replacement,
      writable: true,
      configurable: true,
      // A method of the class is no property of its objects, and the new one shall not show as one.
      enumerable: Object.getOwnPropertyDescriptor(object, key)?.enumerable ?? false,
    });
  } catch (error) {
    reportTelemetryFailure(`instrumenting ${key}`, error);
  }
}
