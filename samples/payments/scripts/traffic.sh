# shellcheck shell=bash
# Load by hey.
# shellcheck source=lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

# Asked for on top of the stated rate: what is reached is counted up to the last answer, so it stays a little below.
per_worker=11 # requests per second; stated are 10

objective() { sed -n "s:^load\:.*$1\: *\([0-9]*\) .*:\1:p" "$root/slo.yaml"; }

hey_version() { printf 'hey %s' "$(dpkg-query -W -f '${Version}' hey 2>/dev/null || echo unknown)"; }

prepare_traffic() {
  from=$(open_account 1000000)
  to=$(open_account)
}

# drive RATE SECONDS REPORT: RATE is a multiple of 40. A quarter of the requests each reads an account, opens one, and repeats a
# deposit and a transfer under its key, since hey cannot vary a header. Prints how many requests were asked for.
drive() {
  local workers=$(($1 / 40)) each=$((per_worker * $2)) part parts=()
  # asked WORKERS NAME HEY-OPTION...
  asked() {
    hey -o csv -n $(($1 * each)) -c "$1" -q "$per_worker" -t 30 "${@:3}" >"$work/hey-$2.csv" 2>"$work/hey-$2.log" &
    parts+=($!)
  }
  asked "$workers" read "$service_url/accounts/$from"
  asked "$workers" open -m POST -T application/json -d '{"owner":"load","currency":"EUR"}' "$service_url/accounts"
  asked "$workers" deposit -m POST -T application/json -H 'Idempotency-Key: load-deposit' -d '{"amount":1}' \
    "$service_url/accounts/$to/deposits"
  asked "$workers" transfer -m POST -T application/json -H 'Idempotency-Key: load-transfer' -d "$(transfer_body "$from" "$to" 1)" \
    "$service_url/transfers"
  for part in "${parts[@]}"; do wait "$part" || fail "hey ended with an error"; done
  # One report of the stage: the header once, then what each hey saw.
  awk 'NR == 1 || FNR > 1' "$work"/hey-{read,open,deposit,transfer}.csv >"$3"
  [ "$(wc -l <"$3")" -gt 1 ] || fail "hey saw no answer at all"
  printf '%s\n' $((4 * workers * each))
}

# new_postings SECONDS: what hey cannot do, four postings in a second under keys of their own; every one must succeed.
new_postings() {
  local number
  for ((number = 0; number < 2 * $1; number++)); do
    send POST "/accounts/$from/deposits" '{"amount":1}' "new-deposit-$number" >/dev/null || return 1
    sleep 0.24
    send POST /transfers "$(transfer_body "$from" "$to" 1)" "new-transfer-$number" >/dev/null || return 1
    sleep 0.24
  done
}

# write_run FILE STAGE...: the record that says what was asked for.
write_run() {
  local file=$1
  shift
  (
    IFS=,
    printf '{"schema":"assay/load-run/v1","component":"%s","tool":"%s","stages":[%s]}\n' "$component" "$(hey_version)" "$*"
  ) >"$file"
}

# stage RATE SECONDS REQUESTED REPORT
stage() { printf '{"rate":%s,"duration_s":%s,"requested":%s,"report":"%s"}' "$@"; }
