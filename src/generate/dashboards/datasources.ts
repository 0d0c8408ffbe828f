// The same ids as in grafana/provisioning/datasources.
export const PROMETHEUS = { type: 'prometheus', uid: 'otel-media-prometheus' } as const;
export const LOKI = { type: 'loki', uid: 'otel-media-loki' } as const;
export const TEMPO = { type: 'tempo', uid: 'otel-media-tempo' } as const;
