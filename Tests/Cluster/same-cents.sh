#!/bin/bash
# The same cents: 1, 2 and 7 workers; 1, 7 and 64 shards; baseline registers, AVX2 and the processor's
# widest; without the fused multiply-add and the wide registers that glibc picks at run time; after kill -9
# at ten random moments. Of every run the payments'
# checksum and outcomes.csv must be equal, and of shards and kills the whole report.
#
#   Tests/Cluster/same-cents.sh .build/release/glidepath [SCENARIO] [TRIALS]
#
# SEED=… chooses the moments, which are printed. Ends with 1 where something differs.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
glidepath=$(realpath "${1:-$root/.build/release/glidepath}")
scenario=$(realpath "${2:-$root/Scenarios/rural-first-agreement.yaml}")
trials=${3:-200000}
RANDOM=${SEED:-20261122}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
name=$(basename "$scenario" .yaml)
run=("$scenario" --trials "$trials" --seed 7)
plain=glibc.cpu.hwcaps=-FMA,-AVX2,-FMA4
bad=0

tell() {
  local checksum cents
  checksum=$(grep -o '"paymentsChecksum": *"[0-9a-f]*"' "$1/$name/run.json" | grep -o '[0-9a-f]\{16\}')
  cents=$(sha256sum < "$1/$name/outcomes.csv" | cut -c1-16)
  printf '%-34s payments %s  outcomes.csv %s' "$2" "$checksum" "$cents"
  : "${first:=$checksum $cents}"
  if [ "$first" = "$checksum $cents" ]; then echo; else echo "  DIFFERS"; bad=1; fi
}
whole() { diff -rq workers1/"$name" "$1/$name" || { echo "$1: the report DIFFERS"; bad=1; }; }

for workers in 1 2 7; do
  "$glidepath" project "${run[@]}" --workers $workers --output workers$workers --quiet
  tell workers$workers "$workers workers"
  whole workers$workers
done
for registers in baseline avx2 avx512; do
  GLIDEPATH_REGISTERS=$registers "$glidepath" project "${run[@]}" --output $registers --quiet
  tell $registers "registers: at most $registers"
  whole $registers
done
GLIBC_TUNABLES=$plain "$glidepath" project "${run[@]}" --output tunables --quiet
tell tunables "GLIBC_TUNABLES=$plain"
whole tunables
for shards in 1 7 64; do
  mkdir parts$shards
  for ((index = 0; index < shards; index++)); do
    # Every other shard without the wide instructions, as on a cluster of two kinds of node.
    GLIBC_TUNABLES=$([ $((index % 2)) = 1 ] && echo $plain || true) \
      GLIDEPATH_REGISTERS=$([ $((index % 2)) = 1 ] && echo baseline || echo avx512) \
      "$glidepath" shard "${run[@]}" --of $shards --index $index --output parts$shards/$index --quiet
  done
  "$glidepath" merge parts$shards/* --output shards$shards --quiet
  tell shards$shards "$shards shards"
  whole shards$shards
done

killed=0
for moment in {1..10}; do
  wait_for=$((RANDOM % 900 + 50))
  "$glidepath" project "${run[@]}" --checkpoint-every 0 --output killed --quiet 2>/dev/null & pid=$!
  sleep "0.$(printf %03d $wait_for)"
  if kill -9 $pid 2>/dev/null; then killed=$((killed + 1)); fi
  wait $pid 2>/dev/null || true
  [ ! -e killed/"$name"/run.json ] || { echo "ended before $wait_for ms"; rm -rf killed; }
done
"$glidepath" project "${run[@]}" --checkpoint-every 0 --output killed --quiet
tell killed "kill -9 at $killed moments"
whole killed
[ $killed -ge 5 ] || { echo "only $killed of ten runs were killed before their end"; bad=1; }
[ $bad = 0 ] && echo PASSED || echo FAILED
exit $bad
