/// Programs for the tests' own Python.
enum ChartReaders {
  /// The copy of each reference in the chart equals its cells; formulas, worked out anew, equal the
  /// value kept beside them; columns hold what the deck says; ranges and fans what outcomes.csv says.
  static let data = #"""
    import csv, json, os, re, sys
    from lxml import etree
    import openpyxl
    from openpyxl.utils import range_boundaries
    folder = sys.argv[1]
    C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
    functions = {"MAX": max, "MIN": min, "ABS": abs, "IF": lambda a, b, c: b if a else c,
                 "AND": lambda *a: all(a)}
    def cells(sheet, reference):
        name, area = reference.split("!")
        assert name == sheet.title, reference
        left, top, right, bottom = range_boundaries(area.replace("$", ""))
        assert bottom <= sheet.max_row and right <= sheet.max_column, reference
        return [[sheet.cell(r, c).value for r in range(top, bottom + 1)]
                for c in range(left, right + 1)]
    def points(cache):
        return {int(p.get("idx")): p.find(C + "v").text for p in cache.findall(C + "pt")}
    def same(texts, values, isNumber):
        assert max(texts, default=0) < len(values)
        for place, value in enumerate(values):
            if place not in texts: assert value is None, (place, value)
            elif isNumber: assert abs(float(texts[place]) - value) < 1e-9 * max(1, abs(value))
            else: assert texts[place].strip() == str(value).strip(), (texts[place], value)
    nets = {}
    if os.path.exists(folder + "/outcomes.csv"):
        with open(folder + "/outcomes.csv", newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if row["performanceYear"] == "net":
                    key = tuple(row[k] for k in ["p5", "p25", "p50", "p75", "p95"])
                    nets.setdefault(key, set()).add((row["mean"], row["tailMean"]))
    formulas = 0
    for case in json.load(open(folder + "/cases.json")):
        root = etree.parse(f"{folder}/{case['file']}.xml").getroot()
        path = f"{folder}/{case['file']}.xlsx"
        sheet = openpyxl.load_workbook(path, data_only=True).worksheets[0]
        live = openpyxl.load_workbook(path).worksheets[0]
        assert case["label"]
        for kind in ["numRef", "strRef"]:
            for reference in root.iter(C + kind):
                values = cells(sheet, reference.find(C + "f").text)
                assert len(values) == 1
                cache = reference.find(C + ("numCache" if kind == "numRef" else "strCache"))
                assert int(cache.find(C + "ptCount").get("val")) == len(values[0])
                same(points(cache), values[0], kind == "numRef")
        for reference in root.iter(C + "multiLvlStrRef"):
            values = cells(sheet, reference.find(C + "f").text)
            levels = reference.find(C + "multiLvlStrCache").findall(C + "lvl")
            for level, column in zip(levels, reversed(values)): same(points(level), column, False)
        columns = {sheet.cell(1, c).value: [sheet.cell(r, c).value for r in range(2, sheet.max_row + 1)]
                   for c in range(1, sheet.max_column + 1)}
        shares = {sheet.cell(1, c).value for c in range(1, sheet.max_column + 1)
                  for r in range(2, sheet.max_row + 1) if sheet.cell(r, c).number_format.endswith("%")}
        for title, expected in case["columns"].items():
            got = columns[title][:len(expected)]
            assert len(got) == len(expected), title
            for a, b in zip(got, expected):
                assert (a is None) == (b is None), (title, a, b)
                if a is not None: assert abs(a - b) <= (5.1e-7 if title in shares else 0.0050001), (title, a, b)
        for row in live.iter_rows(min_row=2):
            for cell in row:
                if cell.data_type != "f": continue
                text = re.sub(r"([A-Z]{1,2}\d+)", lambda m: f"v('{m[1]}')", cell.value[1:])
                now = eval(text, functions, {"v": lambda a: sheet[a].value})
                assert abs(now - sheet[cell.coordinate].value) < 0.0051, (cell.coordinate, now)
                formulas += 1
        money = lambda v: f"{v:.2f}".replace("-0.00", "0.00")
        levels = ["5th percentile", "25th percentile", "50th percentile", "75th percentile", "95th percentile"]
        if case["kind"] == "ranges" and nets:
            for row in zip(*[columns[l] for l in levels + ["Mean", "Mean of the worst 5%"]]):
                key = tuple(money(v) for v in row[:5])
                assert (money(row[5]), money(row[6])) in nets[key], row
        if case["kind"] == "fans" and nets:
            levels[2] = "Middle outcome"
            last = tuple(money(columns[l][-1]) for l in levels)
            if "net" in case["label"]: assert last in nets, last
    print("read back", formulas)
    """#

  /// A presentation of one chart a slide, made from python-pptx' own template.
  static let presentation = #"""
    import json, sys
    from pptx import Presentation
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.oxml import parse_xml
    from pptx.util import Emu
    folder = sys.argv[1]
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(12192000), Emu(6858000)
    cases = json.load(open(folder + "/cases.json"))
    for case in cases:
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        blank = CategoryChartData(); blank.categories = ["a"]; blank.add_series("b", [1])
        small = case["kind"] in ("fans", "distributions", "curves")
        flat = case["kind"] in ("ranges", "curves", "tornado")
        frame = slide.shapes.add_chart(
            XL_CHART_TYPE.COLUMN_CLUSTERED, Emu(600000), Emu(1500000),
            Emu(10990000 // 3 if small else 10990000),
            Emu(2700000 if flat else 2150000 if small else 4300000), blank)
        part = frame.chart.part
        part._element = parse_xml(open(f"{folder}/{case['file']}.xml", "rb").read())
        part.chart_workbook.xlsx_part._blob = open(f"{folder}/{case['file']}.xlsx", "rb").read()
        frame._element.nvGraphicFramePr.cNvPr.set("descr", case["label"])
    deck.save(folder + "/charts.pptx")
    again = Presentation(folder + "/charts.pptx")
    assert len(again.slides) == len(cases)
    for slide, case in zip(again.slides, cases):
        chart = next(s for s in slide.shapes if s.has_chart).chart
        plots = list(chart.plots)
        series = [s for plot in plots for s in plot.series]
        assert series and all(s.name for s in series), case["kind"]
        for one in series:
            column = case["columns"].get(one.name)
            if column and len(column) == len(one.values):
                for a, b in zip(one.values, column):
                    assert (a is None) == (b is None) and (a is None or abs(a - b) < 0.0051), one.name
    print("opened", len(cases))
    """#
}
