#!/bin/sh
# Drill: liveness and readiness are asked with everything up, and again with a dependency down.
# Fill in the functions, take out the two lines below them, and name this script in assay.yaml:
#   components: [{ id: payments, drills: { health: sh drills/health.sh } }]
set -eu

component="replace: id of the component"
address="replace: e.g. http://localhost:8080"
liveness=/health/live
readiness=/health/ready

# Starts the release with everything that it depends on, and returns when it serves.
start() { echo "replace: e.g. \"\$ARTIFACT/payments\" &"; }

# Takes away something that it cannot serve without, such as its database.
break_dependency() { echo "replace: e.g. docker stop database"; }

# Ends everything that this script started.
stop() { echo "replace: e.g. kill \"\$instance\""; }

echo "drills/health.sh: fill it in first" >&2
exit 1

check() {
  printf '{ "endpoint": "%s", "path": "%s", "state": "%s", "status": %s }' "$1" "$2" "$3" \
    "$(curl --silent --output /dev/null --max-time 10 --write-out '%{http_code}' "$address$2")"
}

started=$(date -u +%Y-%m-%dT%H:%M:%SZ)
start
trap stop EXIT
live=$(check liveness "$liveness" healthy)
ready=$(check readiness "$readiness" healthy)
break_dependency
down=$(check readiness "$readiness" dependency_down)

cat > "$EVIDENCE_DIR/health.json" <<RECORD
{ "schema": "assay/drill/v1", "component": "$component", "drill": "health",
  "started_at": "$started", "ended_at": "$(date -u +%Y-%m-%dT%H:%M:%SZ)",
  "health": { "checks": [ $live, $ready, $down ] } }
RECORD
