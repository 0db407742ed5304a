import Foundation
import Testing

@testable import Reporting

/// The workbook as programs this project did not write read it.
@Suite struct WorkbookReadBackTests {
  private static func read(_ script: String, _ report: Report, _ more: [String] = []) throws
    -> (out: String, status: Int32)
  {
    try Outside.withFolder { folder in
      try Workbook(report).bytes().write(to: URL(fileURLWithPath: "\(folder)/workbook.xlsx"))
      try OutcomesCSV(report.comparison).bytes
        .write(to: URL(fileURLWithPath: "\(folder)/outcomes.csv"))
      return try Outside.run(
        Outside.officePython ?? "", ["-c", Self.opening + script, folder] + more)
    }
  }

  /// Cells below a header, by the titles of the columns.
  private static let opening = """
    import sys, csv, re, zipfile, warnings
    from openpyxl import load_workbook
    warnings.simplefilter("error")
    folder = sys.argv[1]
    book = load_workbook(folder + "/workbook.xlsx", data_only=True)
    def table(sheet, first):
        rows = list(book[sheet].iter_rows(values_only=True))
        top = next(i for i, row in enumerate(rows) if first in row)
        for row in rows[top + 1:]:
            if row[0] is None: return
            yield dict(zip(rows[top], row))
    with open(folder + "/outcomes.csv", encoding="utf-8", newline="") as file:
        outcomes = list(csv.DictReader(file))
    names = {"mean": "Mean", "meanStandardError": "Mean ±", "standardDeviation":
      "Standard deviation", "tailMean": "Mean of worst 5%",
      "tailMeanStandardError": "Mean of worst 5% ±", "worst": "Worst", "best": "Best"}
    quantiles = {"p5": "5th percentile", "p25": "25th percentile", "p50": "Median",
      "p75": "75th percentile", "p95": "95th percentile"}
    chances = {"chanceToEarn": "Chance to earn", "chanceOfNothing": "Chance of nothing",
      "chanceToOwe": "Chance to owe"}
    for short, title in list(quantiles.items()) + list(chances.items()):
        for end in ["", "Low", "High"]:
            names[short + end] = title + (" " + end.lower() if end else "")
    once = {"paymentLimitHits": "Years at payment limit", "lossLimitHits": "Years at loss limit",
      "paymentLimitHitsStandardError": "Years at payment limit ±",
      "lossLimitHitsStandardError": "Years at loss limit ±"}
    for end in ["", "Low", "High"]:
        once["chanceOfAnyRepayment" + end] = "Chance to owe in any year" + (
          " " + end.lower() if end else "")
    count = 0
    def same(cell, text, what, within=1e-9):
        global count
        count += 1
        assert cell is not None and abs(cell - float(text)) <= within * max(1, abs(float(text))), (
          what, cell, text)

    """

  private static let figures = """
    yearly = list(table("Yearly", "Key"))
    assert len(yearly) == len(outcomes), (len(yearly), len(outcomes))
    net, total = {}, {}
    for cells, row in zip(yearly, outcomes):
        assert cells["Year"] == row["performanceYear"] and cells["Standing"] == row["standing"].replace(
          "whatIf", "what-if"), (cells, row)
        same(cells["Trials"], row["trials"], "trials")
        for short, title in names.items(): same(cells[title], row[short], title)
        for short, title in once.items():
            if row[short]: same(cells[title], row[short], title, 1e-6)
            else: assert cells[title] is None
        if row["performanceYear"] == "net": net[cells["Key"]] = row
        if row["performanceYear"] == "total": total[cells["Key"]] = row
    assert len(net) * 7 == len(outcomes)
    order = []
    for cells in table("Summary", "Key"):
        key = cells["Key"]
        order.append(key)
        same(cells["Mean net"], net[key]["mean"], "mean net")
        same(cells["Mean net ±"], net[key]["meanStandardError"], "its error")
        for short in ["p5", "p50", "p95", "tailMean"]:
            same(cells[names[short]], net[key][short], short)
        same(cells["Chance to earn"], total[key]["chanceToEarn"], "earn")
        same(cells["Chance to owe in any year"], total[key]["chanceOfAnyRepayment"], "owe")
    assert sorted(order) == sorted(net)
    spread = list(table("Percentiles", "Amount"))
    assert len(spread) == 8 * len(order)
    for place, key in enumerate(order):
        for row, of in [(place, net), (place + len(order), total)]:
            for short, title in names.items():
                if not short.startswith("chance"): same(spread[row][title], of[key][short], title)
    print("OK", count)
    """

  @Test(
    .enabled(if: Outside.officePython != nil, "openpyxl is not in .build-venv"),
    arguments: Outside.judged(SampleDecks.all.map(\.name)))
  func `openpyxl reads every figure back as outcomes.csv has it`(name: String) throws {
    let read = try Self.read(Self.figures, try #require(WorkbookExamples.reports[name]))
    #expect(read.status == 0 && read.out.hasPrefix("OK "), "\(read.out.suffix(2_000))")
  }

  private static let references = """
    for name, defined in book.defined_names.items():
        assert re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.]*", name), name
        places = list(defined.destinations)
        assert len(places) == 1, name
        sheet, cells = places[0]
        found = book[sheet][cells.replace("$", "")]
        rows = found if isinstance(found, tuple) else ((found,),)
        assert any(c.value is not None for row in rows for c in row), name
        count += 1
    for wanted in ["MeanNet", "Percentiles", "ChanceToOwe", "Summary", "Yearly", "Checks"]:
        assert wanted in book.defined_names, wanted
    archive = zipfile.ZipFile(folder + "/workbook.xlsx")
    charts = [n for n in archive.namelist() if n.startswith("xl/charts/chart")]
    assert len(charts) >= 2, charts
    from xml.etree import ElementTree
    c = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
    for name in charts:
        for part in ElementTree.fromstring(archive.read(name)).iter():
            if part.tag not in (c + "numRef", c + "strRef"): continue
            sheet, cells = part.find(c + "f").text.rsplit("!", 1)
            found = book[sheet.strip("'")][cells.replace("$", "")]
            rows = found if isinstance(found, tuple) else ((found,),)
            values = [cell.value for row in rows for cell in row]
            cached = [point.find(c + "v").text for point in part.iter(c + "pt")]
            assert len(values) == len(cached), (name, cells)
            for value, text in zip(values, cached):
                if part.tag == c + "numRef": same(value, text, name)
                else: assert str(value) == text, (value, text)
    for member in archive.namelist():
        text = archive.read(member)
        assert b"<hyperlink" not in text and b"externalLink" not in text, member
    for sheet in book.worksheets:
        assert sheet.freeze_panes and sheet.page_setup.orientation == "landscape", sheet.title
        assert sheet.oddFooter.left.text and sheet.print_title_rows, sheet.title
    print("OK", count)
    """

  @Test(
    .enabled(if: Outside.officePython != nil, "openpyxl is not in .build-venv"),
    arguments: Outside.judged(SampleDecks.all.map(\.name)))
  func `names and charts refer to filled cells, and nothing is a link`(name: String) throws {
    let read = try Self.read(Self.references, try #require(WorkbookExamples.reports[name]))
    #expect(read.status == 0 && read.out.hasPrefix("OK "), "\(read.out.suffix(2_000))")
  }

  private static let hostile = """
    live = load_workbook(folder + "/workbook.xlsx")
    seen = 0
    for sheet in live.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.hyperlink is None
                if cell.data_type == "f": assert sheet.title in ("Summary", "Checks"), cell
                if isinstance(cell.value, str):
                    assert len(cell.value) <= 32767
                    assert not re.search("[\\\\x00-\\\\x08\\\\x0b-\\\\x1f\\\\u202e]", cell.value), cell
                    if cell.value in ("=1+1", '=HYPERLINK("x")'):
                        assert cell.data_type == "s", (cell, cell.data_type)
                        seen += 1
    assert seen > 20, seen
    print("OK")
    """

  @Test(.enabled(if: Outside.officePython != nil, "openpyxl is not in .build-venv"))
  func `names that look like formulas stay text`() throws {
    let report = try #require(WorkbookExamples.reports["hostile"])
    let read = try Self.read(Self.hostile, report)
    #expect(read.out == "OK\n", "\(read.out.suffix(2_000))")
  }

  @Test(
    .enabled(if: Outside.audit != nil, "openxml-audit is not in .build-venv"),
    arguments: Outside.judged(SampleDecks.all.map(\.name)) + ["full"])
  func `openxml-audit finds nothing`(name: String) throws {
    let report = try WorkbookExamples.reports[name] ?? WorkbookExamples.full.get()
    let audit = try Outside.withFolder { folder in
      let path = "\(folder)/workbook.xlsx"
      try Workbook(report).bytes().write(to: URL(fileURLWithPath: path))
      return try Outside.run(Outside.audit ?? "", [path])
    }
    #expect(audit.status == 0, "\(audit.out.suffix(2_000))")
  }

  /// The cached values are taken out first, so that LibreOffice has to calculate.
  private static let recompute = """
    import subprocess
    live = load_workbook(folder + "/workbook.xlsx")
    formulas = [(s.title, c.coordinate) for s in live.worksheets for row in s.iter_rows()
      for c in row if c.data_type == "f"]
    live.save(folder + "/bare.xlsx")
    bare = load_workbook(folder + "/bare.xlsx", data_only=True)
    assert all(bare[s][c].value is None for s, c in formulas)
    subprocess.run([sys.argv[2], "-env:UserInstallation=file://" + folder + "/office", "--headless",
      "--convert-to", "xlsx", "--outdir", folder + "/out", folder + "/bare.xlsx"], check=True,
      stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    again = load_workbook(folder + "/out/bare.xlsx", data_only=True)
    for sheet, place in formulas:
        cached, found = book[sheet][place].value, again[sheet][place].value
        if isinstance(cached, str): assert found == cached, (sheet, place, found, cached)
        else: assert found is not None and abs(found - cached) <= 1e-6 + 1e-12 * abs(cached), (
          sheet, place, found, cached)
    for sheet in again.worksheets:
        for row in sheet.iter_rows():
            for cell in row: assert cell.data_type != "e", (sheet.title, cell.coordinate, cell.value)
    assert len(formulas) > 100
    print("OK", len(formulas))
    """

  @Test(
    .enabled(
      if: Outside.officePython != nil && Outside.soffice != nil, "LibreOffice is not installed"))
  func `LibreOffice computes every formula to the value it carries`() throws {
    for report in [try WorkbookExamples.full.get(), try WorkbookExamples.plain.get()] {
      let read = try Self.read(Self.recompute, report, [try #require(Outside.soffice)])
      #expect(read.status == 0 && read.out.hasPrefix("OK "), "\(read.out.suffix(2_000))")
    }
  }
}
