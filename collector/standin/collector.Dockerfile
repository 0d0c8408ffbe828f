# As otel/opentelemetry-collector-contrib: nothing but the program, no shell, no folder of its own.
FROM scratch
COPY collector /otelcol-contrib
USER 10001:10001
ENTRYPOINT ["/otelcol-contrib"]
CMD ["--config", "/etc/otelcol-contrib/config.yaml"]
