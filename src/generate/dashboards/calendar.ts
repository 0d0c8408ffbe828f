/**
 * The time zone that the dashboard shows times in, which Grafana fills in by its name: so that daylight saving is that of
 * each line's own day. Grafana writes UTC small, by which Loki would look for a file of that name at each line.
 */
const ZONE = '("$__timezone" | replace "utc" "UTC")';

// What Loki has of time zones is a function that reads a date in one. A date that was read knows its zone.
const LOCAL = `(__timestamp__.In (toDateInZone "2006" ${ZONE} "2000").Location)`;
const DAY = '"2006-01-02"';
const TO_MONDAY = '(int (mul -1 (mod (add (.Weekday | printf "%d" | int) 6) 7)))';

const TEMPLATES = {
  hour: `{{ ${LOCAL}.Format "15" }}`,
  day: `{{ ${LOCAL}.Format ${DAY} }}`,
  /** Weeks begin on Monday, and are called by it. */
  week: `{{ with ${LOCAL} }}{{ (.AddDate 0 0 ${TO_MONDAY}).Format ${DAY} }}{{ end }}`,
} as const;

export type CalendarUnit = keyof typeof TEMPLATES;

/** What a panel says of its hours, days and weeks. */
export const IN_ZONE = 'in the time zone of the dashboard, with its daylight saving';

/** Stage of a LogQL query that gives each line a label with its hour of day, its day or its week. */
export function calendarLabel(unit: CalendarUnit): string {
  return ` | label_format ${unit}=\`${TEMPLATES[unit]}\``;
}
