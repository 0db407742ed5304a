#!/bin/bash
# Glidepath beside the same model in vectorised numpy, numba, C++ with GSL and plain Python: agreement
# first, then time. What it does in which order, and its arguments: compare.py --help.
#
#     Tests/Benchmarks/Peers/compare.sh [--check] [--trials N] [--agree N] [--rounds N]
#
# Needs Python 3.11 or later, g++ and GSL with its headers. numpy and numba, of fixed versions, go into
# .build-peers. BENCHMARKS=PATH compares another build of the Benchmarks program than the one it makes.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
build=${PEERS_BUILD:-$root/.build-peers}
mkdir -p "$build"
export PYTHONDONTWRITEBYTECODE=1 NUMBA_CACHE_DIR=$build/numba
if ! cmp -s "$here/requirements.txt" "$build/installed.txt"; then
  python3 -m venv "$build/venv"
  "$build/venv/bin/pip" install --quiet --requirement "$here/requirements.txt"
  cp "$here/requirements.txt" "$build/installed.txt"
fi
g++ -O3 -march=native -std=c++20 "$here/model.cpp" -lgsl -lgslcblas -o "$build/model"
if [ -z "${BENCHMARKS:-}" ]; then
  (cd "$root" && swift build --configuration release --product Benchmarks)
  BENCHMARKS=$(cd "$root" && swift build --configuration release --show-bin-path)/Benchmarks
fi
exec "$build/venv/bin/python" "$here/compare.py" --benchmarks "$BENCHMARKS" --build "$build" "$@"
