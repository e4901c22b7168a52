module example.invalid/signature

go 1.25.0

require golang.org/x/crypto v0.51.0
