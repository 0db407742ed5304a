extension DraftTests {
  /// s = 5/125 = 0.04; each benchmark is the expenditure × (1 + 0.48 × 0.04/0.96) = × 1.02.
  static let expected = """
    # Drafted from CMS's published results. A figure marked "real" is as CMS printed it; one
    # marked "assumed" stands in for what the public file does not hold: put your own there.
    # Keys left out take the published defaults, which every report lists with their sources.
    format: 1
    title: "Mountain Valley Rural Network, LLC"  # real
    aco: "A9001"                            # real

    agreement:
      start: 2027-01-01                     # assumed
      number: 2                             # assumed: the one after agreement 1
      experienced: false                    # assumed: as formerlyTwoSided
      formerlyTwoSided: false               # assumed: Level B is one-sided
      glidePathAgreements: 1                # assumed: Level B is a BASIC level
      assignment: prospective               # real
      minimumRateChoice: 0.01               # assumed: elected for two-sided years
      participantRevenue: 15_000_000        # assumed: 12 percent of the benchmark, low revenue

    population:
      measuredIn: 2022                      # real
      assignedBeneficiaries: 12_000         # real
      growthToBenchmark: 0.05               # assumed: a year, to the year before the start
      esrd:
        personYears: 60                     # real
        expenditure: 85_000                 # real
        historicalBenchmark: 86_700         # assumed
        riskScore: 1.02                     # real
      disabled:
        personYears: 1_000                  # real
        expenditure: 11_000                 # real
        historicalBenchmark: 11_220         # assumed
        riskScore: 1.05                     # real
      agedDual:
        personYears: 700                    # real
        expenditure: 17_000                 # real
        historicalBenchmark: 17_340         # assumed
        riskScore: 1.08                     # real
      agedNonDual:
        personYears: 9_940                  # real
        expenditure: 9_500                  # real
        historicalBenchmark: 9_690          # assumed
        riskScore: 0.97                     # real

    finances:
      programCost: 1_200_000                # assumed: $100 a beneficiary a year

    assumptions:
      quality:
        mean: 0.782                         # real: carried forward
        source: "CMS Performance Year Financial and Quality Results, performance year 2022 \
    (PY2022.csv), ACO A9001"

    provenance:
      real:
        source: "CMS Performance Year Financial and Quality Results, performance year 2022 \
    (PY2022.csv), ACO A9001"
        keys:
          - title
          - aco
          - agreement.assignment
          - population.measuredIn
          - population.assignedBeneficiaries
          - population.esrd.personYears
          - population.esrd.expenditure
          - population.esrd.riskScore
          - population.disabled.personYears
          - population.disabled.expenditure
          - population.disabled.riskScore
          - population.agedDual.personYears
          - population.agedDual.expenditure
          - population.agedDual.riskScore
          - population.agedNonDual.personYears
          - population.agedNonDual.expenditure
          - population.agedNonDual.riskScore
          - assumptions.quality.mean
      assumed:
        source: "Drafted, to be replaced by the ACO's own figures. historicalBenchmark: \
    expenditure × (1 + 0.48 × s/(1 − s)), s the year's savings rate (4 percent); 0.48 is \
    assumed for the part of a savings rate that survives a rebasing (CMS public-use files 2018–2022: \
    0.375 ± 0.049). participantRevenue: 12 percent of the benchmark, low revenue (CMS public-use files and \
    judgement). Withheld figures: the national mix of performance year 2022. The rest: judgement."
        keys:
          - agreement.start
          - agreement.number
          - agreement.experienced
          - agreement.formerlyTwoSided
          - agreement.glidePathAgreements
          - agreement.minimumRateChoice
          - agreement.participantRevenue
          - population.growthToBenchmark
          - population.esrd.historicalBenchmark
          - population.disabled.historicalBenchmark
          - population.agedDual.historicalBenchmark
          - population.agedNonDual.historicalBenchmark
          - finances.programCost

    """
}
