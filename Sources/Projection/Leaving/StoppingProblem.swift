/// Whether to stop at one of several dates or never, told in arrays: what each trial leaves at the end
/// to one who stops then, and what is known of the trial on that day.
///
/// What one is left with need not be known when one stops.
struct StoppingProblem: Sendable {
  /// What is left at the end, by date, then by trial; all of one length.
  var payoffs: [[Double]]
  /// The same for one who never stops, by trial.
  var never: [Double]
  /// What is known at each date: figures by trial; none where nothing is.
  var known: [[[Double]]]

  var dates: Int { payoffs.count }
  var trials: Int { never.count }

  /// What a trial leaves to one who stops at this date; `dates` for never.
  func payoff(_ trial: Int, stoppingAt date: Int) -> Double {
    date == dates ? never[trial] : payoffs[date][trial]
  }

  /// The most that trial by trial could have been left, all dates compared in hindsight.
  var perfectForesight: [Double] {
    never.indices.map { trial in
      payoffs.reduce(never[trial]) { max($0, $1[trial]) }
    }
  }
}
