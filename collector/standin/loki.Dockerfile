# As grafana/loki since 3.6: distroless, no shell, a data folder of its own user.
FROM scratch
COPY --chown=10001:10001 empty /loki
COPY loki /usr/bin/loki
USER 10001
ENTRYPOINT ["/usr/bin/loki"]
CMD ["-config.file=/etc/loki/local-config.yaml"]
