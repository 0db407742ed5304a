#!/bin/bash
# Slurm for real: munge, slurmctld and two slurmd on this host; a run as an array of 16 parts, one task
# killed, the merge blocked, only the missing part run again; Ctrl-C while watching. The report must be
# that of one machine, byte for byte.
#
#   Tests/Cluster/slurm.sh .build/release/glidepath [SCENARIO] [TRIALS]
#
# Needs slurmctld, slurmd, sbatch and munged (Debian: slurm-wlm munge) and root. Ends with 77, and says
# so, where one is absent; with 1 where something is not as it must be. Everything lives in a temporary
# folder and ends with the script.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
glidepath=$(realpath "${1:-$root/.build/release/glidepath}")
scenario=$(realpath "${2:-$root/Scenarios/rural-first-agreement.yaml}")
trials=${3:-4000000}
for program in munged slurmctld slurmd sbatch squeue scancel; do
  command -v $program >/dev/null || { echo "slurm.sh: skipped, $program is absent"; exit 77; }
done
[ "$(id -u)" = 0 ] || { echo "slurm.sh: skipped, only root can start Slurm's daemons"; exit 77; }

work=$(mktemp -d)
daemons=()
leave() {
  kill "${daemons[@]}" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap leave EXIT
fail() { echo "FAILED: $*"; exit 1; }
say() { printf '%(%H:%M:%S)T %s\n' -1 "$*"; }

# --- A cluster of two nodes on one host
host=$(hostname -s)
chmod 755 "$work"
mkdir -p "$work"/{munge,state,spooln1,spooln2,log}
chmod 711 "$work/munge"
dd if=/dev/urandom of="$work/munge/key" bs=1024 count=1 status=none
chmod 600 "$work/munge/key"
cat > "$work/slurm.conf" <<CONF
ClusterName=glidepath
SlurmctldHost=$host(127.0.0.1)
AuthType=auth/munge
AuthInfo=socket=$work/munge/socket
CryptoType=crypto/munge
SlurmUser=root
SlurmctldPort=16817
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool%n
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd%n.pid
SlurmctldLogFile=$work/log/slurmctld
SlurmdLogFile=$work/log/slurmd%n
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
ReturnToService=2
SlurmdParameters=config_overrides
NodeName=n1 NodeHostname=$host NodeAddr=127.0.0.1 Port=17001 CPUs=1 RealMemory=2000
NodeName=n2 NodeHostname=$host NodeAddr=127.0.0.1 Port=17002 CPUs=1 RealMemory=2000
PartitionName=main Nodes=n1,n2 Default=YES State=UP
CONF
export SLURM_CONF=$work/slurm.conf
munged --foreground --force --key-file="$work/munge/key" --socket="$work/munge/socket" \
  --pid-file="$work/munge/pid" --log-file="$work/munge/log" --seed-file="$work/munge/seed" \
  2>"$work/log/munged" &
daemons+=($!)
for _ in {1..50}; do [ -S "$work/munge/socket" ] && break; sleep 0.1; done
slurmctld -D -f "$SLURM_CONF" 2>>"$work/log/slurmctld" & daemons+=($!)
for node in n1 n2; do
  slurmd -D -N $node -f "$SLURM_CONF" 2>>"$work/log/slurmd$node" & daemons+=($!)
done
for _ in {1..100}; do
  [ "$(sinfo -h -o %D -t idle 2>/dev/null | head -1)" = 2 ] && break
  sleep 0.2
done
[ "$(sinfo -h -o %D -t idle | head -1)" = 2 ] || { cat "$work"/log/*; fail "the nodes are not idle"; }
say "Slurm $(sinfo -V | cut -d' ' -f2), two nodes:"
sinfo -N -h -o '%N %T %c CPU'

# --- The run on one machine
cd "$work"
name=$(basename "$scenario" .yaml)
run=("$scenario" --trials "$trials" --seed 7)
say "one machine, $trials trials"
"$glidepath" project "${run[@]}" --output "$work/one" --quiet
many=("$glidepath" project "${run[@]}" --engine slurm --of 16 --output "$work/many")

# --- Ctrl-C while watching: the jobs go on, and the same command watches them. One task is killed.
say "sixteen parts, interrupted while watching"
set -m
"${many[@]}" >"$work/first.out" 2>"$work/first.err" & watcher=$!
set +m
for _ in {1..600}; do
  [ -n "$(squeue -h -n glidepath -o %A 2>/dev/null)" ] && grep -q 'the merge' "$work/first.err" && break
  sleep 0.1
done
kill -INT $watcher
status=0; wait $watcher || status=$?
cat "$work/first.err"
[ $status = 130 ] || fail "an interrupted watcher ends with $status"
[ -n "$(squeue -h -n glidepath -o %A)" ] || fail "the jobs ended with the watcher"

say "the same command again, and one running task killed"
"${many[@]}" >"$work/second.out" 2>"$work/second.err" & watcher=$!
killed=
for _ in {1..1200}; do
  task=$(squeue -h -r -n glidepath -t R -o '%F_%K' | tail -1)
  if [ -n "$task" ] && scancel --signal=KILL --full "$task" 2>/dev/null; then
    killed=$task
    break
  fi
  sleep 0.05
done
[ -n "$killed" ] || fail "no task was seen running"
say "killed task $killed"
status=0; wait $watcher || status=$?
cat "$work/second.err"
[ $status = 70 ] || fail "a run with a killed task ends with $status"
grep -q "are queued already; watching them" "$work/second.err" || fail "it did not watch"
grep -q "1 of 16 parts are missing: ${killed#*_}\. The merge was not run" "$work/second.err" \
  || fail "it does not say which part is missing"
[ ! -e "$work/many/$name/run.json" ] || fail "a report was written without a part"
[ -z "$(squeue -h)" ] || fail "jobs are left in the queue"

say "the same command again"
before=$(cd "$work/many/$name"/.glidepath-parts-* && ls -i ./*.glidepath | sha256sum)
"${many[@]}" >"$work/third.out" 2>"$work/third.err" & watcher=$!
parts=$(echo "$work/many/$name"/.glidepath-parts-*)
after=
for _ in {1..1200}; do
  # The parts as the merge sees them: the killed one is new, the others are the files they were.
  [ "$(ls "$parts"/*.glidepath 2>/dev/null | wc -l)" = 16 ] \
    && after=$(cd "$parts" && ls -i ./*.glidepath 2>/dev/null | grep -v "/${killed#*_}\.glidepath" \
      | sha256sum) && break
  sleep 0.02
done
status=0; wait $watcher || status=$?
cat "$work/third.err"
[ $status = 0 ] || fail "the third command ends with $status"
grep -q ": 1 of 16 parts, those that are missing" "$work/third.err" || fail "it ran more than one part"
[ "$before" = "$after" ] || fail "parts that were there were run again"
cat "$work/third.out"
[ ! -e "$parts" ] || fail "the parts were left"

# --- The same report
diff -r "$work/one/$name" "$work/many/$name" || fail "the report is not that of one machine"
say "the report of 16 parts is that of one machine, byte for byte:"
(cd "$work/many/$name" && sha256sum outcomes.csv run.json)
grep -o '"paymentsChecksum": *"[0-9a-f]*"' "$work/many/$name/run.json"
echo PASSED
