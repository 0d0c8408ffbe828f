/** What kind of number it is. */
export interface MeasureOptions {
  /**
   * `gauge`: the value now, which replaces the one before. `counter`: how much is added to a total. `histogram`: one of
   * many values of which the distribution matters. Default `gauge`.
   */
  kind?: 'gauge' | 'counter' | 'histogram';
  /**
   * Upper bounds of the buckets of a histogram, in the unit, in rising order, 50 at most; what counts is what the first
   * call with the name says. Default: OpenTelemetry's, 0 to 10,000, which suit milliseconds.
   */
  buckets?: readonly number[];
  /** Unit, as UCUM has it (`s`, `By`, `%`, `{track}`) or in words (`seconds`, `tracks`). Default `1`. */
  unit?: string;
  /** What it is about; of few values each. At most 200 combinations a name are told apart. */
  attributes?: Readonly<Record<string, string | number | boolean>>;
}
