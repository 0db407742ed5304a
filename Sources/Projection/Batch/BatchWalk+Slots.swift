import Regulation

extension BatchWalk {
  /// One batch along every path, written where a ledger has room for it.
  func run(_ trials: Range<Int>, batch: Int, into slots: PathSlots) {
    let mustEnd = slots.mustEnd + batch * 5
    let start = trials.lowerBound - slots.first
    if trials.count == ObservedColumns.trials {
      walk(
        trials, ending: mustEnd, net: slots.net + start, marks: slots.marks + start,
        stride: slots.trials)
    } else {
      walk(trials, ending: mustEnd)
      for leaf in 0..<leaves.count {
        let (from, to) = (leaf * ObservedColumns.trials, leaf * slots.trials + start)
        (slots.net + to).update(from: net + from, count: trials.count)
        (slots.marks + to).update(from: marks + from, count: trials.count)
      }
    }
    (slots.best + start).update(from: best, count: trials.count)
    for leaf in 0..<leaves.count {
      slots.beyondEnd[batch * leaves.count + leaf].add(beyondEnd(of: leaf, trials.count))
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
