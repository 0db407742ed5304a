import Projection
import Regulation
import Scenarios

/// What the figures come from, who looked at them, and what was made of them.
extension PaperAuthor {
  var data: Paper.Section {
    let calibration = ShippedCalibration.current
    let entries = comparison.scenario.provenance
    let counts = Provenance.Status.boardOrder.map { status in
      "\(entries.count { $0.status == status }) \(status.counted)"
    }
    return Paper.Section(
      title: "Data and their review", standards: [23, 25],
      blocks: [
        .text(
          "The scenario's own data: \(entries.count) figures, of which \(Names.list(counts)). Review, "
            + "as its author states it: "
            + (comparison.scenario.documentation.dataReview ?? Responsibility.notStated)),
        .text(
          "Checked by the program when the file was read, and by the verb check: that every key is "
            + "known and every required one there, every number within its bounds and its unit, the "
            + "person-years within the assigned beneficiaries, the correlations positive definite, "
            + "every option one that the ACO may sign or marked as a what-if, every stated assumption "
            + "with a source. Not checked: whether a figure is true; nothing was audited."),
        .text(
          "Defaults fitted to data come from \(calibration.name), calibration digest "
            + "\(calibration.digest). The files are aggregates by ACO and year; they hold no single "
            + "beneficiary. \(parameterWords)"),
      ] + inputs + record)
  }

  private var parameterWords: String {
    comparison.scenario.assumptions.parameterUncertainty
      ? "Constants and assumptions that have a standard error are drawn anew in each trial; the yearly "
        + "common change, the tails' degrees of freedom and the size of the benchmark's luck are taken "
        + "as known."
      : "The scenario takes all of them as known: no value is drawn within its standard error."
  }

  /// The public-use files behind the track record, by digest.
  private var inputs: [Paper.Block] {
    guard let record = report.trackRecord else { return [] }
    return [
      .table(
        Table(
          caption: "Public-use files of CMS behind the track record",
          columns: [.init("File", .text), .init("SHA-256", .text)],
          rows: record.inputs.map { Table.Row(.plain, [$0.file, $0.sha256]) }))
    ]
  }

  /// What weight the ACO's own past got.
  private var record: [Paper.Block] {
    let pages = board.recordPages.flatMap(\.blocks)
    guard pages.isEmpty else { return pages }
    return [
      .text(
        "Credibility: the scenario gives no record of the ACO's own savings rates, so no weight is "
          + "given to any; where it starts is what its base year's figures say.")
    ]
  }

  // MARK: - Methods

  var methods: Paper.Section {
    Paper.Section(
      title: "Methods", standards: [56, 25, 45],
      blocks: [.heading("Chance: five-year histories"), .list(chance)]
        + [.heading("Law: what each history pays"), .list(settlement)]
        + [.heading("What is made of the outcomes"), .list(measures)])
  }

  private var chance: [String] {
    let scenario = comparison.scenario
    let detail =
      scenario.detail == .beneficiaries
      ? "Every assigned beneficiary lives through the years one by one."
      : "Means by enrollment type are drawn; the luck of claims has the size law of single "
        + "beneficiaries."
    return [
      "Random numbers are addressed by seed, subject, trial, year, purpose and slot (Philox 4x32-10: "
        + "Salmon, Moraes, Dror & Shaw, 2011), so that one draw more moves no other and any trial can "
        + "be replayed.",
      "National growth by type is autoregressive; the region deviates from it; the ACO's own effect is "
        + "its plan, a lasting deviation and a passing one with Student-t tails. \(detail)",
      "The luck of claims falls with the square root of size; its default scale is solved back from the "
        + "federal table of minimum savings rates (42 CFR 425.605(b)(1)).",
      "The luck of the benchmark years is drawn by the same law and kept for the whole agreement.",
      "Assignment: retention is beta, joiners follow the size plan, practices join or leave the list "
        + "by chance or by plan; leavers and joiners differ in spending and risk.",
      "Risk scores move by type with a common part and a part that is true health; their rise is held "
        + "to the demographic rise plus the cap (42 CFR 425.605(a)(1), 425.610(a)(2)). The scores are "
        + "those CMS computes; no risk adjustment of its own is made here.",
      scenario.assumptions.quality.measures.isEmpty
        ? "The quality score is logit-normal and autocorrelated; the standard it is held against is "
          + "drawn."
        : "The quality score is made measure by measure: binomial rates, deciles and points "
          + "(42 CFR 414.1380(b)(1)).",
      "Yearly scores of nation, region, effect, risk and quality are correlated as the scenario says "
        + "(Cholesky).",
      scenario.record == nil
        ? "No own record is weighed."
        : "The ACO's own past savings rates are weighed against all ACOs by a Kalman filter: "
          + "credibility in the sense of Bühlmann, with effects that fade and benchmarks that re-base.",
    ]
  }

  private var settlement: [String] {
    [
      "Each history is settled under every option in the order of the paragraphs: updated benchmark "
        + "(\(Paragraph.update)), risk ratio (\(Paragraph.riskRatio)), guardrail "
        + "(\(Paragraph.guardrail)), minimum rate, sharing from the first dollar, limits, "
        + "sequestration, recoupment.",
      comparison.scenario.history == nil
        ? "The historical benchmark is stated in the scenario."
        : "The historical benchmark is built in every trial from the years the scenario gives: trend, "
          + "risk, weights, regional, prior savings and population adjustments (42 CFR 425.652, "
          + "425.656, 425.658, 425.662).",
      "Payments are whole cents before they are stored. Options are settled on the same histories, so "
        + "that differences are paired, trial by trial.",
    ]
  }

  private var measures: [String] {
    let paths = PathBoard(board).map {
      "Every path that may be signed is walked (\($0.tried)); the best by mean, by worst 5 percent and "
        + "by regret are named with the odds that simulation error alone would name another."
    }
    return [
      board.netMeaning, paths,
      "Tail mean: the mean of the worst 5 percent; its error after Manistre & Hancock (2005). "
        + "Percentiles carry distribution-free intervals of order statistics (David & Nagaraja), "
        + "chances Wilson's. Tail means and percentiles are read from counts of trials in fixed bins, none wider than a 1,024th "
        + "of its amount; intervals reach to the outer edges of the bins.",
      comparison.spread == nil
        ? nil
        : "What the spread comes from is told apart by Shapley effects (Owen 2014; Song, Nelson & Staum "
          + "2016).",
      comparison.inputs == nil
        ? nil
        : "Inputs are moved one at a time and together on the same trials; the reverse stress is the "
          + "nearest point at which a limit breaks (Hasofer & Lind 1974; Rackwitz & Fiessler 1978).",
      comparison.leaving == nil
        ? nil
        : "Being able to leave is valued by least-squares Monte Carlo (Longstaff & Schwartz 2001).",
    ].compactMap { $0 }
  }
}
