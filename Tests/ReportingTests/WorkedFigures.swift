/// Every figure the reference sheet prints for its worked examples, in the order of the shipped
/// case file: settlements 1 through 20, then 22 through 24.
enum WorkedFigures {
  static let printed: [[String: Double]] = [
    // 1
    [
      "minimumSavingsRate": 0.03, "benchmark": 130_000_000, "expenditure": 124_800_000,
      "savings": 5_200_000, "savingsRate": 0.04, "finalSharingRate": 0.4,
      "sharedSavingsBeforeLimit": 2_080_000, "performancePaymentLimit": 13_000_000,
      "sequestration": 41_600, "earned": 2_038_400, "advanceInvestmentRecouped": 0,
      "advanceInvestmentBalanceAfter": 0, "prepaidRecouped": 0, "prepaidBalanceAfter": 0,
      "payment": 2_038_400,
    ],
    // 2
    [
      "minimumSavingsRate": 0.0285, "benchmark": 165_000_000, "expenditure": 161_700_000,
      "savings": 3_300_000, "savingsRate": 0.02, "finalSharingRate": 0,
      "sharedSavingsBeforeLimit": 0, "performancePaymentLimit": 16_500_000, "sequestration": 0,
      "earned": 0, "advanceInvestmentRecouped": 0, "advanceInvestmentBalanceAfter": 0,
      "prepaidRecouped": 0, "prepaidBalanceAfter": 0, "payment": 0,
    ],
    // 3
    [
      "minimumSavingsRate": 0.032, "benchmark": 104_000_000, "expenditure": 102_440_000,
      "savings": 1_560_000, "savingsRate": 0.015, "finalSharingRate": 0.2,
      "sharedSavingsBeforeLimit": 312_000, "performancePaymentLimit": 10_400_000,
      "sequestration": 6240, "earned": 305_760, "advanceInvestmentRecouped": 305_760,
      "advanceInvestmentBalanceAfter": 1_094_240, "prepaidRecouped": 0,
      "prepaidBalanceAfter": 0, "payment": 0,
    ],
    // 4
    [
      "minimumSavingsRate": 0.027, "benchmark": 200_000_000, "expenditure": 190_000_000,
      "savings": 10_000_000, "savingsRate": 0.05, "finalSharingRate": 0.25,
      "sharedSavingsBeforeLimit": 2_500_000, "performancePaymentLimit": 20_000_000,
      "sequestration": 50_000, "earned": 2_450_000, "advanceInvestmentRecouped": 0,
      "advanceInvestmentBalanceAfter": 0, "prepaidRecouped": 0, "prepaidBalanceAfter": 0,
      "payment": 2_450_000,
    ],
    // 5
    [
      "minimumSavingsRate": 0.005, "minimumLossRate": -0.005, "benchmark": 150_000_000,
      "expenditure": 148_650_000, "savings": 1_350_000, "savingsRate": 0.009,
      "finalSharingRate": 0.5, "sharedSavingsBeforeLimit": 675_000,
      "performancePaymentLimit": 15_000_000, "sequestration": 13_500, "earned": 661_500,
      "advanceInvestmentRecouped": 0, "advanceInvestmentBalanceAfter": 0, "prepaidRecouped": 0,
      "prepaidBalanceAfter": 0, "payment": 661_500,
    ],
    // 6
    [
      "minimumSavingsRate": 0.01, "minimumLossRate": -0.01, "benchmark": 150_000_000,
      "expenditure": 158_250_000, "savings": -8_250_000, "savingsRate": -0.055,
      "lossRecoupmentLimitOfRevenue": 1_800_000, "lossRecoupmentLimitOfBenchmark": 1_500_000,
      "sharedLossRate": 0.3, "sharedLossesBeforeLimit": 2_475_000,
      "lossRecoupmentLimit": 1_500_000, "sharedLossesAfterLimit": 1_500_000,
      "extremeCircumstancesReduction": 0, "sharedLossesOwed": 1_500_000, "payment": -1_500_000,
    ],
    // 7
    [
      "minimumSavingsRate": 0.01, "minimumLossRate": -0.01, "benchmark": 150_000_000,
      "expenditure": 157_500_000, "savings": -7_500_000, "savingsRate": -0.05,
      "lossRecoupmentLimitOfRevenue": 800_000, "lossRecoupmentLimitOfBenchmark": 3_000_000,
      "sharedLossRate": 0.3, "sharedLossesBeforeLimit": 2_250_000,
      "lossRecoupmentLimit": 800_000, "sharedLossesAfterLimit": 800_000,
      "extremeCircumstancesReduction": 0, "sharedLossesOwed": 800_000, "payment": -800_000,
    ],
    // 8
    [
      "minimumSavingsRate": 0.01, "minimumLossRate": -0.01, "benchmark": 300_000_000,
      "expenditure": 302_400_000, "savings": -2_400_000, "savingsRate": -0.008, "payment": 0,
    ],
    // 9
    [
      "minimumSavingsRate": 0, "minimumLossRate": 0, "benchmark": 300_000_000,
      "expenditure": 315_000_000, "savings": -15_000_000, "savingsRate": -0.05,
      "lossRecoupmentLimitOfRevenue": 3_200_000, "lossRecoupmentLimitOfBenchmark": 12_000_000,
      "sharedLossRate": 0.3, "sharedLossesBeforeLimit": 4_500_000,
      "lossRecoupmentLimit": 3_200_000, "sharedLossesAfterLimit": 3_200_000,
      "extremeCircumstancesReduction": 320_000, "sharedLossesOwed": 2_880_000,
      "payment": -2_880_000,
    ],
    // 10
    [
      "minimumSavingsRate": 0.02, "minimumLossRate": -0.02, "benchmark": 80_000_000,
      "expenditure": 62_400_000, "savings": 17_600_000, "savingsRate": 0.22,
      "finalSharingRate": 0.5, "sharedSavingsBeforeLimit": 8_800_000,
      "performancePaymentLimit": 8_000_000, "sequestration": 176_000, "earned": 8_000_000,
      "advanceInvestmentRecouped": 0, "advanceInvestmentBalanceAfter": 0, "prepaidRecouped": 0,
      "prepaidBalanceAfter": 0, "payment": 8_000_000, "afterSequestration": 8_624_000,
    ],
    // 11
    [
      "minimumSavingsRate": 0, "minimumLossRate": 0, "benchmark": 400_000_000,
      "expenditure": 380_000_000, "savings": 20_000_000, "savingsRate": 0.05,
      "finalSharingRate": 0.75, "sharedSavingsBeforeLimit": 15_000_000,
      "performancePaymentLimit": 80_000_000, "sequestration": 300_000, "earned": 14_700_000,
      "advanceInvestmentRecouped": 0, "advanceInvestmentBalanceAfter": 0, "prepaidRecouped": 0,
      "prepaidBalanceAfter": 0, "payment": 14_700_000,
    ],
    // 12
    [
      "minimumSavingsRate": 0, "minimumLossRate": 0, "benchmark": 400_000_000,
      "expenditure": 380_000_000, "savings": 20_000_000, "savingsRate": 0.05,
      "finalSharingRate": 0.525, "sharedSavingsBeforeLimit": 10_500_000,
      "performancePaymentLimit": 80_000_000, "sequestration": 210_000, "earned": 10_290_000,
      "advanceInvestmentRecouped": 0, "advanceInvestmentBalanceAfter": 0, "prepaidRecouped": 0,
      "prepaidBalanceAfter": 0, "payment": 10_290_000,
    ],
    // 13
    [
      "minimumSavingsRate": 0.01, "minimumLossRate": -0.01, "benchmark": 400_000_000,
      "expenditure": 416_000_000, "savings": -16_000_000, "savingsRate": -0.04,
      "sharedLossRate": 0.475, "sharedLossesBeforeLimit": 7_600_000,
      "lossRecoupmentLimit": 60_000_000, "sharedLossesAfterLimit": 7_600_000,
      "extremeCircumstancesReduction": 0, "sharedLossesOwed": 7_600_000, "payment": -7_600_000,
    ],
    // 14
    [
      "minimumSavingsRate": 0.01, "minimumLossRate": -0.01, "benchmark": 400_000_000,
      "expenditure": 416_000_000, "savings": -16_000_000, "savingsRate": -0.04,
      "sharedLossRate": 0.4, "sharedLossesBeforeLimit": 6_400_000,
      "lossRecoupmentLimit": 60_000_000, "sharedLossesAfterLimit": 6_400_000,
      "extremeCircumstancesReduction": 0, "sharedLossesOwed": 6_400_000, "payment": -6_400_000,
    ],
    // 15
    [
      "minimumSavingsRate": 0.02, "minimumLossRate": -0.02, "benchmark": 100_000_000,
      "expenditure": 121_000_000, "savings": -21_000_000, "savingsRate": -0.21,
      "sharedLossRate": 0.75, "sharedLossesBeforeLimit": 15_750_000,
      "lossRecoupmentLimit": 15_000_000, "sharedLossesAfterLimit": 15_000_000,
      "extremeCircumstancesReduction": 0, "sharedLossesOwed": 15_000_000,
      "payment": -15_000_000,
    ],
    // 16
    [
      "minimumSavingsRate": 0.01, "minimumLossRate": -0.01, "benchmark": 400_000_000,
      "expenditure": 412_000_000, "savings": -12_000_000, "savingsRate": -0.03,
      "guardrailBenchmark": 406_000_000, "guardrailSavings": -6_000_000,
      "guardrailSavingsRate": -0.014778, "sharedLossRate": 0.4,
      "sharedLossesBeforeLimit": 2_400_000, "lossRecoupmentLimit": 60_900_000,
      "sharedLossesAfterLimit": 2_400_000, "extremeCircumstancesReduction": 0,
      "sharedLossesOwed": 2_400_000, "payment": -2_400_000,
    ],
    // 17
    [
      "minimumSavingsRate": 0.01, "minimumLossRate": -0.01, "benchmark": 400_000_000,
      "expenditure": 405_000_000, "savings": -5_000_000, "savingsRate": -0.0125,
      "guardrailBenchmark": 406_000_000, "payment": 0,
    ],
    // 18
    [
      "minimumSavingsRate": 0.041746, "minimumLossRate": -0.041746, "benchmark": 60_000_000,
      "expenditure": 58_200_000, "savings": 1_800_000, "savingsRate": 0.03,
      "finalSharingRate": 0, "sharedSavingsBeforeLimit": 0,
      "performancePaymentLimit": 6_000_000, "sequestration": 0, "earned": 0,
      "advanceInvestmentRecouped": 0, "advanceInvestmentBalanceAfter": 0, "prepaidRecouped": 0,
      "prepaidBalanceAfter": 0, "payment": 0,
    ],
    // 19
    [
      "minimumSavingsRate": 0, "minimumLossRate": 0, "benchmark": 300_000_000,
      "expenditure": 309_000_000, "savings": -9_000_000, "savingsRate": -0.03,
      "lossRecoupmentLimitOfRevenue": 16_000_000, "lossRecoupmentLimitOfBenchmark": 12_000_000,
      "sharedLossRate": 0.3, "sharedLossesBeforeLimit": 2_700_000,
      "lossRecoupmentLimit": 12_000_000, "sharedLossesAfterLimit": 2_700_000,
      "sharedLossesAfterProration": 2_025_000, "extremeCircumstancesReduction": 0,
      "sharedLossesOwed": 2_025_000, "payment": -2_025_000,
    ],
    // 20
    [
      "minimumSavingsRate": 0.005, "minimumLossRate": -0.005, "benchmark": 400_000_000,
      "expenditure": 380_000_000, "savings": 20_000_000, "savingsRate": 0.05,
      "finalSharingRate": 0.75, "sharedSavingsBeforeLimit": 15_000_000,
      "performancePaymentLimit": 80_000_000, "sequestration": 300_000, "earned": 14_700_000,
      "advanceInvestmentRecouped": 0, "advanceInvestmentBalanceAfter": 0,
      "prepaidRecouped": 6_000_000, "prepaidBalanceAfter": 0, "payment": 8_700_000,
    ],
    // 22
    ["shareOfExpenditures": 650_000, "shareOfRevenue": 250_000, "amount": 250_000],
    // 23
    ["quarterly": 182_000, "total": 1_706_000],
    // 24
    ["multiplier": 81, "quarterlyMaximum": 405_000, "annual": 1_620_000],
  ]
}
