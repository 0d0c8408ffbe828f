module otel-media/expressions

go 1.26
