#!/bin/bash
# Dask for real: a scheduler and two workers as processes of this host, the driver that glidepath shard
# prints, 16 parts, and a worker killed in the middle. The report must be that of one machine, byte for
# byte.
#
#   Tests/Cluster/dask.sh .build/release/glidepath [SCENARIO] [TRIALS]
#
# PYTHON names a Python that has distributed (python3 -m venv V; V/bin/pip install distributed). Ends
# with 77, and says so, where it is absent; with 1 where something is not as it must be.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
glidepath=$(realpath "${1:-$root/.build/release/glidepath}")
scenario=$(realpath "${2:-$root/Scenarios/rural-first-agreement.yaml}")
trials=${3:-4000000}
python=${PYTHON:-python3}
"$python" -c 'import distributed' 2>/dev/null \
  || { echo "dask.sh: skipped, $python has no distributed"; exit 77; }

work=$(mktemp -d)
processes=()
leave() {
  kill "${processes[@]}" 2>/dev/null || true
  sleep 1
  kill -9 "${processes[@]}" 2>/dev/null || true  # A worker without its scheduler waits for another.
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap leave EXIT
fail() { echo "FAILED: $*"; exit 1; }
say() { printf '%(%H:%M:%S)T %s\n' -1 "$*"; }

cd "$work"
name=$(basename "$scenario" .yaml)
mkdir bin
ln -s "$glidepath" bin/glidepath
export PATH=$work/bin:$PATH
export DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES=10
"$python" -m distributed.cli.dask_scheduler --host 127.0.0.1 --port 18786 --no-dashboard \
  2>scheduler.log & processes+=($!)
for worker in 1 2; do
  "$python" -m distributed.cli.dask_worker tcp://127.0.0.1:18786 --no-nanny --nthreads 1 \
    --no-dashboard --local-directory "$work/scratch$worker" 2>worker$worker.log & processes+=($!)
done
victim=${processes[1]}
say "distributed $("$python" -c 'import distributed; print(distributed.__version__)'), two workers"

say "one machine, $trials trials"
glidepath project "$scenario" --trials "$trials" --seed 7 --output one --quiet
glidepath shard --template dask > driver.py
say "sixteen parts"
"$python" driver.py tcp://127.0.0.1:18786 16 "$scenario" --trials "$trials" --seed 7 \
  2>driver.err & driver=$!
for _ in {1..1200}; do
  [ "$(ls parts/*.glidepath 2>/dev/null | wc -l)" -ge 3 ] && break
  kill -0 $driver 2>/dev/null || break
  sleep 0.05
done
done_before=$(ls parts/*.glidepath 2>/dev/null | wc -l)
kill -9 "$victim" || fail "the worker was gone already"
say "killed a worker when $done_before of 16 parts were there"
[ "$done_before" -lt 16 ] || fail "every part was there already"
status=0; wait $driver || status=$?
grep -v '^$' driver.err | tail -20
[ $status = 0 ] || { cat worker2.log; fail "the driver ends with $status"; }
grep -q 'Removing worker\|Remove worker\|Close client connection' scheduler.log || cat scheduler.log

diff -r one/"$name" Reports/"$name" || fail "the report is not that of one machine"
say "the report of 16 parts is that of one machine, byte for byte:"
(cd Reports/"$name" && sha256sum outcomes.csv run.json)
echo PASSED
