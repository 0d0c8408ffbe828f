import { CustomVariableBuilder } from '@grafana/grafana-foundation-sdk/dashboard';

const HOUR_NANOSECONDS = 3_600_000_000_000;

/** Name of the variable that says in which time zone hours, days and weeks are meant, in nanoseconds from UTC. */
const OFFSET = 'utc_offset';

// Loki has no time zone but its own: so the line's time is shifted, and its parts are taken in UTC.
const LOCAL = `(__timestamp__.Add $${OFFSET}).UTC`;
const DAY = '"2006-01-02"';
const TO_MONDAY = '(int (mul -1 (mod (add (.Weekday | printf "%d" | int) 6) 7)))';

const TEMPLATES = {
  hour: `{{ ${LOCAL}.Format "15" }}`,
  day: `{{ ${LOCAL}.Format ${DAY} }}`,
  /** Weeks begin on Monday, and are called by it. */
  week: `{{ with ${LOCAL} }}{{ (.AddDate 0 0 ${TO_MONDAY}).Format ${DAY} }}{{ end }}`,
} as const;

export type CalendarUnit = keyof typeof TEMPLATES;

/** Stage of a LogQL query that gives each line a label with its hour of day, its day or its week. */
export function calendarLabel(unit: CalendarUnit): string {
  return ` | label_format ${unit}=\`${TEMPLATES[unit]}\``;
}

/** The variable for the time zone of hours, days and weeks. */
export function offsetVariable(): CustomVariableBuilder {
  const hours = Array.from({ length: 27 }, (_none, index) => index - 12);
  const options = [...hours, 3.5, 4.5, 5.5, 5.75, 6.5, 9.5].sort((one, other) => one - other);
  return new CustomVariableBuilder(OFFSET)
    .label('Hours and days in')
    .values(options.map((each) => `${name(each)} : ${each * HOUR_NANOSECONDS}`).join(', '))
    .current({ selected: true, text: 'UTC', value: '0' });
}

function name(hours: number): string {
  return hours === 0 ? 'UTC' : `UTC${hours < 0 ? '−' : '+'}${Math.abs(hours)}`;
}
