#!/bin/sh
# Drill: the release is rolled back, and the one before it serves again.
# Fill in the four functions, take out the two lines below them, and name this script in assay.yaml:
#   components: [{ id: payments, drills: { rollback: sh drills/rollback.sh } }]
set -eu

component="replace: id of the component"

# Puts the release in place, as a deployment does, and returns when it serves.
deploy() { echo "replace: e.g. deploy \"\$ARTIFACT\""; }

# Goes back to the release before, as an operator would in an emergency, and returns when it serves.
roll_back() { echo "replace: e.g. deploy --previous"; }

# Prints the digest of what runs now, asked of the running instance and not of a file beside it.
running() { echo "replace: e.g. sha256sum \"\$(readlink /proc/\$(pidof payments)/exe)\" | cut -d' ' -f1"; }

# Sends one request, and succeeds only when it is answered as it should be.
request() { echo "replace: e.g. curl --silent --fail http://localhost:8080/health/ready"; }

echo "drills/rollback.sh: fill it in first" >&2
exit 1

started=$(date -u +%Y-%m-%dT%H:%M:%SZ)
deploy
from=$(running)
asked=$(date +%s)
roll_back
back=$(date +%s)
to=$(running)
served=0
failed=0
for _ in $(seq 25); do
  if request > /dev/null; then served=$((served + 1)); else failed=$((failed + 1)); fi
done

cat > "$EVIDENCE_DIR/rollback.json" <<RECORD
{ "schema": "assay/drill/v1", "component": "$component", "drill": "rollback",
  "started_at": "$started", "ended_at": "$(date -u +%Y-%m-%dT%H:%M:%SZ)",
  "rollback": { "from": "sha256:$from", "to": "sha256:$to", "seconds": $((back - asked)), "served_after": $served, "failed_after": $failed } }
RECORD
