# shellcheck shell=bash
# What the scripts beside this file share. They listen on the loopback interface only, on a port that the system gives,
# work in a temporary folder, and end every process that they started, by its id.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
component=payments
evidence=${EVIDENCE_DIR:-}
work=$(mktemp -d)
service_pid=
service_url=
lock_timeout=5 # seconds that a writer waits for others, as in appsettings.json

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "failed: $*"
  if [ -s "$work/service.log" ]; then tail -n 20 "$work/service.log" >&2; fi
  exit 1
}

clean_up() {
  local code=$?
  trap - EXIT
  if [ -n "$service_pid" ]; then kill -KILL "$service_pid" 2>/dev/null || true; fi
  local job
  for job in $(jobs -p); do kill "$job" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf -- "$work"
  exit "$code"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

now() { date -u +%Y-%m-%dT%H:%M:%SZ; }

# seconds_since NANOSECONDS: with one decimal; the argument is what `date +%s%N` gave.
seconds_since() { awk -v from="$1" -v to="$(date +%s%N)" 'BEGIN { printf "%.1f", (to - from) / 1e9 }'; }

# need PROGRAM [PACKAGE]: installs the Debian package if the program is missing, or says that it is needed.
need() {
  local package=${2:-$1}
  if command -v "$1" >/dev/null; then return; fi
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "installing $package"
    if apt-get install -y -qq "$package" >"$work/apt.log" 2>&1 </dev/null \
      || { apt-get update -qq && apt-get install -y -qq "$package"; } >"$work/apt.log" 2>&1 </dev/null; then return; fi
    tail -n 5 "$work/apt.log" >&2
  fi
  say "$1 is needed: apt-get install $package"
  exit 1
}

# needs_evidence_folder: reports go where the caller wants them, and nothing else goes there.
needs_evidence_folder() {
  [ -n "$evidence" ] || { say "EVIDENCE_DIR must name the folder for the reports"; exit 2; }
  mkdir -p -- "$evidence"
  evidence=$(cd -- "$evidence" && pwd)
}

version() { sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' "$root/Directory.Build.props"; }

# release VERSION: prints the folder of the published release; the same sources are published once (.release is ignored).
release() {
  local sources folder
  sources=$(cd "$root" && {
    dotnet --version
    find src Directory.Build.props Directory.Packages.props global.json .editorconfig \
      \( -name bin -o -name obj \) -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
  } | sha256sum | cut -c1-16)
  folder=$root/.release/$1-$sources
  mkdir -p "$root/.release"
  (
    flock 9
    if [ ! -d "$folder" ]; then
      say "publishing $1"
      # Paths of this machine are kept out of the release: the same sources give the same digest.
      dotnet publish "$root/src/Payments" -c Release -m:2 --nologo -v quiet --artifacts-path "$work/build" -o "$work/publish" \
        "-p:Version=$1" -p:RestoreLockedMode=true "-p:PathMap=$root=/payments%2C$work=/build" >"$work/publish.log" 2>&1 \
        || { tail -n 20 "$work/publish.log" >&2; exit 1; }
      mv "$work/publish" "$folder"
      rm -rf -- "$work/build"
      # Releases of other sources go, unless they are of today and may be running.
      find "$root/.release" -mindepth 1 -maxdepth 1 -type d -mtime +0 -exec rm -rf -- {} +
    fi
  ) 9>"$root/.release/lock" || exit 1
  printf '%s\n' "$folder"
}

# this_release: prints the folder of what is to be released: the one that ARTIFACT names, else one published here.
this_release() {
  if [ -z "${ARTIFACT:-}" ]; then
    release "$(version)"
  elif [ -f "$ARTIFACT/Payments.dll" ]; then
    printf '%s\n' "$ARTIFACT"
  else
    fail "ARTIFACT has to name the folder of a published release, with Payments.dll in it"
  fi
}

# digest_of FOLDER: names a release by everything in it, as `assay check --artifact FOLDER` does: the path of each file,
# a zero byte, the SHA-256 of its content and a line feed, by path.
digest_of() {
  local path
  printf 'sha256:%s\n' "$(
    cd "$1" && find . -type f -printf '%P\n' | LC_ALL=C sort | while IFS= read -r path; do
      printf '%s\0%s\n' "$path" "$(sha256sum <"$path" | cut -d' ' -f1)"
    done | sha256sum | cut -d' ' -f1
  )"
}

# status METHOD PATH [CURL OPTION...]: prints the HTTP status; 000 if there was no answer.
status() { curl -s -o /dev/null -w '%{http_code}' --max-time 30 -X "$1" "${@:3}" "$service_url$2" || true; }

# start_service RELEASE DATABASE [NAME=VALUE...]: starts an instance and waits until it is ready.
start_service() {
  local folder=$1 database=$2 tries
  shift 2
  : >"$work/service.log"
  (
    cd "$folder"
    exec env Urls=http://127.0.0.1:0 \
      "ConnectionStrings__Payments=Data Source=$database;Foreign Keys=True;Default Timeout=$lock_timeout" \
      "$@" dotnet Payments.dll
  ) >"$work/service.log" 2>&1 &
  service_pid=$!
  for ((tries = 0; tries < 300; tries++)); do
    kill -0 "$service_pid" 2>/dev/null || fail "the service ended while it started"
    service_url=$(sed -n 's#.*"address":"\(http://127\.0\.0\.1:[0-9]*\)".*#\1#p' "$work/service.log")
    if [ -n "$service_url" ] && [ "$(status GET /health/ready)" = 200 ]; then return; fi
    sleep 0.1
  done
  fail "the service was not ready within 30 s"
}

# stop_service: asks the instance to stop and waits for it; its exit code is this function's.
stop_service() {
  local pid=$service_pid
  kill -TERM "$pid"
  service_pid=
  wait "$pid"
}

# send METHOD PATH BODY [KEY]: prints the answer's body; fails on an error status.
send() {
  curl -sS --fail-with-body --max-time 30 -X "$1" -H 'Content-Type: application/json' ${4:+-H "Idempotency-Key: $4"} \
    --data "$3" "$service_url$2"
}

# open_account [BALANCE]: prints the id of a new account.
open_account() {
  local id
  id=$(send POST /accounts '{"owner":"drill","currency":"EUR"}' | sed 's/.*"id":"\([^"]*\)".*/\1/')
  if [ -n "${1:-}" ]; then send POST "/accounts/$id/deposits" "{\"amount\":$1}" "deposit-$id" >/dev/null; fi
  printf '%s\n' "$id"
}

# transfer_body FROM TO AMOUNT
transfer_body() { printf '{"from":"%s","to":"%s","amount":%s}' "$@"; }

# content_of DATABASE: every row of the ledger in a fixed order.
content_of() {
  sqlite3 -readonly "$1" '.mode quote' 'SELECT * FROM accounts ORDER BY id' 'SELECT * FROM postings ORDER BY id' \
    'SELECT * FROM entries ORDER BY posting, account'
}

# write_drill DRILL STARTED_AT RESULT: the record of a drill; RESULT is the JSON of what it found.
write_drill() {
  printf '{"schema":"assay/drill/v1","component":"%s","drill":"%s","started_at":"%s","ended_at":"%s","%s":%s}\n' \
    "$component" "$1" "$2" "$(now)" "$1" "$3" >"$evidence/drill-$1.json"
}
