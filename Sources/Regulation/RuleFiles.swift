/// The files of `Rules/`, embedded when the package is built. A new file needs its line here.
extension Rulebook {
  static var ruleFiles: [RuleFile] {
    get throws {
      try [
        RuleFile(name: "basic-level-a", yaml: PackageResources.basic_level_a_yaml),
        RuleFile(name: "basic-level-b", yaml: PackageResources.basic_level_b_yaml),
        RuleFile(name: "basic-level-c", yaml: PackageResources.basic_level_c_yaml),
        RuleFile(name: "basic-level-d", yaml: PackageResources.basic_level_d_yaml),
        RuleFile(name: "basic-level-e", yaml: PackageResources.basic_level_e_yaml),
        RuleFile(name: "enhanced", yaml: PackageResources.enhanced_yaml),
        RuleFile(name: "track-1", yaml: PackageResources.track_1_yaml),
        RuleFile(name: "track-1-plus", yaml: PackageResources.track_1_plus_yaml),
        RuleFile(name: "track-2", yaml: PackageResources.track_2_yaml),
        RuleFile(name: "track-3", yaml: PackageResources.track_3_yaml),
        RuleFile(
          name: "minimum-savings-rate", yaml: PackageResources.minimum_savings_rate_yaml),
        RuleFile(
          name: "quality-performance-standard",
          yaml: PackageResources.quality_performance_standard_yaml),
        RuleFile(name: "payment", yaml: PackageResources.payment_yaml),
        RuleFile(name: "low-revenue", yaml: PackageResources.low_revenue_yaml),
        RuleFile(
          name: "extreme-circumstances", yaml: PackageResources.extreme_circumstances_yaml),
        RuleFile(name: "termination", yaml: PackageResources.termination_yaml),
        RuleFile(
          name: "participation-options", yaml: PackageResources.participation_options_yaml),
        RuleFile(name: "assignment", yaml: PackageResources.assignment_yaml),
        RuleFile(name: "risk-adjustment", yaml: PackageResources.risk_adjustment_yaml),
        RuleFile(name: "benchmark", yaml: PackageResources.benchmark_yaml),
        RuleFile(name: "repayment-mechanism", yaml: PackageResources.repayment_mechanism_yaml),
        RuleFile(
          name: "advance-investment-payments",
          yaml: PackageResources.advance_investment_payments_yaml),
        RuleFile(
          name: "prepaid-shared-savings", yaml: PackageResources.prepaid_shared_savings_yaml),
        RuleFile(name: "advanced-apm", yaml: PackageResources.advanced_apm_yaml),
      ]
    }
  }

  /// The editions: overlays that hold only the values in which they differ.
  static var editionFiles: [RuleFile] {
    get throws {
      try [
        RuleFile(name: "cy2027Proposed", yaml: PackageResources.edition_cy2027Proposed_yaml),
        RuleFile(name: "popularSummary", yaml: PackageResources.edition_popularSummary_yaml),
        RuleFile(name: "withoutGuardrail", yaml: PackageResources.edition_withoutGuardrail_yaml),
      ]
    }
  }
}
