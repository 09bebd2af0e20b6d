#!/bin/sh
# Drill: a backup is restored and compared with the original.
# Fill in the three functions, take out the two lines below them, and name this script in assay.yaml:
#   components: [{ id: payments, drills: { backup: sh drills/backup.sh } }]
# Assay runs it at --phase deployment. EVIDENCE_DIR is the folder for its record; ARTIFACT the release, where --artifact names one.
set -eu

component="replace: id of the component"

# Makes a backup of data that a test may see, into the file $1.
back_up() { echo "replace: e.g. pg_dump --format=custom --file=\"$1\" \"\$DATABASE\""; }

# Restores the file $1 into a place of its own, never over the original.
restore() { echo "replace: e.g. pg_restore --dbname=\"\$RESTORED\" \"$1\""; }

# Prints the content of one side, original or restored, one line an entry, in an order of its own content.
content() { echo "replace: e.g. psql --no-align --tuples-only --command='select * from transfers order by id'"; }

echo "drills/backup.sh: fill it in first" >&2
exit 1

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
started=$(date -u +%Y-%m-%dT%H:%M:%SZ)
content original > "$work/original"
back_up "$work/backup"
restore "$work/backup"
content restored > "$work/restored"

# The figures are written however it went: Assay compares them, so that no exit code has to be trusted.
cat > "$EVIDENCE_DIR/backup.json" <<RECORD
{ "schema": "assay/drill/v1", "component": "$component", "drill": "backup",
  "started_at": "$started", "ended_at": "$(date -u +%Y-%m-%dT%H:%M:%SZ)",
  "backup": { "original": "sha256:$(sha256sum < "$work/original" | cut -d' ' -f1)",
              "restored": "sha256:$(sha256sum < "$work/restored" | cut -d' ' -f1)",
              "rows": $(wc -l < "$work/restored" | tr -d ' ') } }
RECORD
