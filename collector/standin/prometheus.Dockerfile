# As prom/prometheus: busybox, and promtool beside the program.
FROM scratch
COPY busybox /bin/sh
COPY busybox /bin/chown
COPY prometheus promtool /bin/
COPY --chown=65534:65534 empty /prometheus
WORKDIR /prometheus
USER 65534
VOLUME ["/prometheus"]
ENTRYPOINT ["/bin/prometheus"]
CMD ["--config.file=/etc/prometheus/prometheus.yml", "--storage.tsdb.path=/prometheus"]
