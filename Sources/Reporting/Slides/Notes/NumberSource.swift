/// Which file holds the figures of a page, and which verb makes them again.
struct NumberSource {
  let page: DeckPage

  init(_ page: DeckPage) { self.page = page }

  var words: [String] {
    switch page.number {
    case 1 where page.topic == ScenarioReport.topic:
      [
        "outcomes.csv beside this deck, by scenario and option; glidepath compare with the same "
          + "files makes them again."
      ]
    case 1: decision
    case 2: options
    case 3...5: years
    case 6: downside
    case 7: tradeOff
    case 8...12: inputs
    case 13: cash
    case 14: ["what to watch follows from the figures of the other pages."]
    case 15:
      [
        "the track record that comes with the program: past public-use files of CMS, forecast with "
          + "what was known at the time; glidepath backtest makes it again from those files."
      ]
    default: closing
    }
  }

  private var decision: [String] {
    [
      "sheet Summary of workbook.xlsx; in outcomes.csv the rows whose performanceYear is net "
        + "(five-year net: mean, p5 to p95, tailMean), and column chanceOfAnyRepayment of the rows "
        + "total. Who is ahead, and how often, is the paired difference on the same futures: sheet "
        + "Pairwise.",
      "glidepath explain with --percentile 5 shows one bad future line by line.",
    ]
  }

  private var options: [String] {
    page.topic == "The options"
      ? [
        "42 CFR part 425 as in force: sheet Rules in force of workbook.xlsx; glidepath rules with "
          + "--track and --year prints each number with its paragraph."
      ]
      : [
        "every path that may be elected, walked on the same futures: sheet Paths of workbook.xlsx."
      ]
  }

  private var years: [String] {
    switch page.number {
    case 3:
      [
        "sheet Yearly of workbook.xlsx; in outcomes.csv the rows of each performance year, columns "
          + "chanceToEarn, chanceOfNothing and chanceToOwe."
      ]
    case 4:
      [
        "five-year net as it adds up, year by year, on the same futures. The last year is that of "
          + "sheet Percentiles of workbook.xlsx and of the rows net of outcomes.csv, columns p5 to "
          + "p95; the years before it are in this slide's charts, under Edit Data."
      ]
    default:
      [
        "the five payments of each future added, before program costs: in outcomes.csv the rows "
          + "total, p5 to p95 and chanceOfNothing; each bar is in this slide's charts, under Edit "
          + "Data."
      ]
    }
  }

  private var downside: [String] {
    switch page.topic {
    case "The downside":
      [
        "sheet Percentiles of workbook.xlsx; in outcomes.csv the rows net (p5, tailMean, worst), "
          + "the rows of single years (tailMean) and the rows total (chanceOfAnyRepayment, "
          + "paymentLimitHits, lossLimitHits)."
      ]
    case "What being able to leave is worth":
      [
        "the settled years of the same scenario, with a day of leaving chosen by what is known on "
          + "it; glidepath explain ends where an option's exit rule ends a future."
      ]
    default:
      [
        "the settled years of every future, with the conditions of 42 CFR 425.316 tried after "
          + "each; glidepath explain shows any one future line by line."
      ]
    }
  }

  private var tradeOff: [String] {
    page.topic == "Mean against bad case"
      ? [
        "in outcomes.csv the rows net, columns mean and tailMean; differences are paired, future by "
          + "future: sheet Pairwise of workbook.xlsx."
      ]
      : ["every path that may be elected, on the same futures: sheet Paths of workbook.xlsx."]
  }

  private var inputs: [String] {
    switch page.number {
    case 8 where page.topic != "Break-even":
      ["the programs of the scenario, taken away and added on the same futures."]
    case 9:
      [
        "every path with each minimum rate it may elect, on the same futures: sheet Paths of "
          + "workbook.xlsx."
      ]
    case 10: ["the same scenario with one source of chance after the other drawn again."]
    case 12 where page.topic != "Reverse stress":
      [
        "the scenario run again under each test on the same draws: sheet Stress of workbook.xlsx; "
          + "glidepath stress prints the same, one test with --only."
      ]
    default:
      [
        "the scenario with its inputs moved, on the same futures; glidepath stress prints the same "
          + "figures."
      ]
    }
  }

  private var cash: [String] {
    ["Cash and reserves", "Repayment mechanism and cash calendar", "Stop-loss cover"].contains(
      page.topic)
      ? [
        "every payment on its own day, future by future: sheet Cash of workbook.xlsx; glidepath "
          + "explain shows the calendar of one future."
      ]
      : ["the settlements of every future, divided as the scenario says."]
  }

  private var closing: [String] {
    switch page.topic {
    case "Assumptions":
      [
        "the scenario file and the published defaults: sheet Assumptions of workbook.xlsx, value by "
          + "value with its source."
      ]
    case "Manifest": ["run.json beside this deck; sheet Manifest of workbook.xlsx."]
    case "The benchmark", "The next agreement":
      ["the benchmark of every future, part by part; glidepath benchmark prints its working."]
    case "Own record": ["the past savings rates that the scenario states."]
    case "Limitations": ["the standard errors that page Manifest prints; the rest is stated."]
    default: ["the simulated years themselves, before any option is settled."]
    }
  }
}
