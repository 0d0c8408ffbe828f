/** What stands where something was taken away. No detector, here or in the Collector, finds anything in it. */
export const MASK = '****';
