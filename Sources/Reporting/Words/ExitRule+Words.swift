import Projection
import Regulation

extension ExitRule {
  /// `leaves on 31 December after 2 years of losses or a loss over $500,000`.
  var words: String { "leaves \(by.words) after \(conditions)" }

  /// `2 years of losses or a loss over 1% of benchmark`.
  var conditions: String {
    let parts: [String?] = [
      lossYears.map { "\($0) year\($0 == 1 ? "" : "s") of losses" },
      lossBeyond.map { "a loss over \(Estimate(value: $0.amount, standardError: 0).dollars)" },
      lossBeyondShare.map { "a loss over \($0.percent) of benchmark" },
    ]
    return parts.compactMap { $0 }.joined(separator: " or ")
  }
}

extension ExitRule.Date {
  /// `by 30 June`, `on 31 December`.
  var words: String {
    switch self {
    case .june30: "by 30 June"
    case .december31: "on 31 December"
    }
  }
}

extension ExitDate {
  /// `By 30 June 2029`, `On 31 December 2028`.
  var words: String { "\(by.words) \(performanceYear)" }
}
