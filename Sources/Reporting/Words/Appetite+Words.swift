import Projection
import Scenarios

extension Appetite {
  /// `owing CMS in at most 30% of futures and net never below −$6 million in 95% of futures`.
  var limits: String {
    Names.list(
      [
        maxChanceOfOwing.map {
          $0 == 0 ? "never owing CMS" : "owing CMS in at most \(Limit.percent($0)) of futures"
        },
        maxLossInFiveYears.map {
          "losing at most \(Limit.dollars($0.amount)) in the mean of the worst 5%"
        },
        reserve.map { "net never below \(Limit.dollars(-$0.amount)) in 95% of futures" },
      ].compactMap { $0 })
  }

  /// Which of the limits are broken, and by what: `it owes CMS in 45% of futures`.
  func broken(owing: Chance, tailMean: Estimate, exhaustion: Chance?) -> String {
    var found: [String] = []
    if let most = maxChanceOfOwing, owing.value > most {
      found.append("it owes CMS in \(owing.ofFutures(beside: most))")
    }
    if let most = maxLossInFiveYears, tailMean.value < -most.amount {
      found.append("its worst 5% average \(tailMean.dollars(notBelow: -most.amount))")
    }
    if reserve != nil, let exhaustion, exhaustion.value > Distribution.tail {
      found.append("it uses up the reserve in \(exhaustion.ofFutures(beside: Distribution.tail))")
    }
    return found.isEmpty ? "it does not keep within it" : Names.list(found)
  }
}
