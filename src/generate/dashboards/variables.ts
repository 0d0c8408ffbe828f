import {
  QueryVariableBuilder,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { NAMESPACE } from '../../registry/namespace.ts';
import { PROMETHEUS } from './datasources.ts';

/** Any series of ours: a service that only checks cookies, and has downloaded nothing yet, is one too. */
const OURS = `__name__=~"${NAMESPACE}_.+"`;

/**
 * A variable that offers the values of a label, several at once or all.
 *
 * "All" matches also what lacks the label: an environment need not be set.
 */
export function labelVariable(
  name: string,
  title: string,
  label: string,
  matchers: readonly string[] = [OURS],
): QueryVariableBuilder {
  const query = `label_values({${matchers.join(', ')}}, ${label})`;
  return new QueryVariableBuilder(name)
    .label(title)
    .datasource(PROMETHEUS)
    .definition(query)
    .query({ query, qryType: 1, refId: `variable-${name}` })
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .sort(VariableSort.AlphabeticalAsc)
    .multi(true)
    .includeAll(true)
    .allValue('.*')
    .current({ selected: true, text: ['All'], value: ['$__all'] });
}

/** The variables that every dashboard of services has. */
export function serviceVariables(): QueryVariableBuilder[] {
  return [
    labelVariable('service', 'Service', 'service_name'),
    labelVariable('environment', 'Environment', 'deployment_environment_name', [
      OURS,
      'service_name=~"$service"',
    ]),
  ];
}
