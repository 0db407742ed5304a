import Regulation

extension BatchWalk {
  /// One batch along every path, written where a ledger has room for it.
  func run(_ trials: Range<Int>, batch: Int, into slots: PathSlots) {
    let mustEnd = slots.mustEnd + batch * 5
    let start = trials.lowerBound - slots.first
    if trials.count == ObservedColumns.trials {
      walk(
        trials, ending: mustEnd, net: slots.net + start, marks: slots.marks + start,
        beyondEnd: slots.beyondEnd + start, stride: slots.trials)
    } else {
      walk(trials, ending: mustEnd)
      for path in 0..<paths {
        let (from, to) = (path * ObservedColumns.trials, path * slots.trials + start)
        (slots.net + to).update(from: net + from, count: trials.count)
        (slots.marks + to).update(from: marks + from, count: trials.count)
        (slots.beyondEnd + to).update(from: beyondEnd + from, count: trials.count)
      }
    }
    let best = slots.best + start
    best.update(repeating: .min, count: trials.count)
    for path in 0..<paths {
      let left = slots.net + path * slots.trials + start
      for trial in 0..<trials.count { best[trial] = max(best[trial], left[trial]) }
    }
  }
}

extension Range<Int> {
  /// Cut into batches of `ObservedColumns.trials`, the last as long as it is left.
  var inBatches: some Sequence<Range<Int>> {
    stride(from: lowerBound, to: upperBound, by: ObservedColumns.trials).lazy.map {
      $0..<Swift.min($0 + ObservedColumns.trials, upperBound)
    }
  }
}
