#!/bin/sh
# Drill: an instance is stopped while requests are in flight, and none of them is lost.
# Fill in the three functions, take out the two lines below them, and name this script in assay.yaml:
#   components: [{ id: payments, drills: { shutdown: sh drills/shutdown.sh } }]
set -eu

component="replace: id of the component"
requests=12

# Starts an instance of the release in the background and prints its process id when it is ready.
start() { echo "replace: e.g. \"\$ARTIFACT/payments\" & echo \$!"; }

# Sends one request that takes a second or two, and succeeds only when it is answered.
request() { echo "replace: e.g. curl --silent --fail --max-time 30 http://localhost:8080/slow"; }

# Asks the instance $1 to stop as the platform does, and returns when it is gone.
stop() { echo "replace: e.g. kill -TERM \"$1\"; tail --pid=\"$1\" -f /dev/null"; }

echo "drills/shutdown.sh: fill it in first" >&2
exit 1

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
started=$(date -u +%Y-%m-%dT%H:%M:%SZ)
instance=$(start)
waiting=""
for n in $(seq "$requests"); do
  (touch "$work/begun.$n"; request > /dev/null && touch "$work/answered.$n") &
  waiting="$waiting $!"
done
sleep 0.5   # they have begun and not ended; let request take longer than this
early=$(find "$work" -name 'answered.*' | wc -l)
in_flight=$(($(find "$work" -name 'begun.*' | wc -l) - early))
asked=$(date +%s)
stop "$instance"
gone=$(date +%s)
for each in $waiting; do wait "$each" || true; done
completed=$(($(find "$work" -name 'answered.*' | wc -l) - early))

cat > "$EVIDENCE_DIR/shutdown.json" <<RECORD
{ "schema": "assay/drill/v1", "component": "$component", "drill": "shutdown",
  "started_at": "$started", "ended_at": "$(date -u +%Y-%m-%dT%H:%M:%SZ)",
  "shutdown": { "in_flight": $in_flight, "completed": $completed, "lost": $((in_flight - completed)), "seconds": $((gone - asked)) } }
RECORD
