import { CustomVariableBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { downloadAttemptEnded, downloadOutcome, downloadTitle } from '../../../registry/download.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { serverAddress } from '../../../registry/upstream.ts';
import type { Line } from '../layout.ts';
import { logTable } from '../panels/log_panels.ts';
import { width } from '../panels/table_columns.ts';
import { countBy, has, linesOf } from '../queries/log_numbers.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const QUIET = 'Nothing was downloaded in this time';
const TITLE = labelName(downloadTitle.name);
const SITE = labelName(serverAddress.name);
const SUCCEEDED = `${linesOf(downloadAttemptEnded)} | ${labelName(downloadOutcome.name)}="success"`;

/** What people want. */
export function content(): Line[] {
  return [{ heading: 'What is downloaded', id: ROWS.content }, [popular(), sites()]];
}

/** How long the lists are. */
export function topVariable(): CustomVariableBuilder {
  return new CustomVariableBuilder('top')
    .label('Lines listed')
    .values('10,20,50,100')
    .current({ selected: true, text: '20', value: '20' });
}

function popular() {
  return logTable(downloadAttemptEnded, {
    id: ID.popular,
    title: 'Most popular songs',
    about:
      'Titles that were downloaded most, in the time shown, where the application told the title. A title is a hash unless the privacy settings say otherwise; the counts are the same.',
    whenEmpty: QUIET,
    width: 14,
    height: 9,
    sortBy: 'Downloads',
    exprs: [`topk($top, ${countBy([TITLE], `${SUCCEEDED}${has(downloadTitle)}`)})`],
    columns: [
      { field: TITLE, title: 'Title' },
      { field: 'Value #A', title: 'Downloads', properties: [width(110)] },
    ],
  });
}

function sites() {
  return logTable(downloadAttemptEnded, {
    id: ID.sites,
    title: 'Where it comes from',
    about: 'In the time shown.',
    whenEmpty: QUIET,
    width: 10,
    height: 9,
    sortBy: 'Downloads',
    exprs: [`topk($top, ${countBy([SITE], `${SUCCEEDED}${has(serverAddress)}`)})`],
    columns: [
      { field: SITE, title: 'Site' },
      { field: 'Value #A', title: 'Downloads', properties: [width(110)] },
    ],
  });
}
