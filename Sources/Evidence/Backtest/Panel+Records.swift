import Scenarios

extension Panel {
  /// Every ACO's years as a record, by id; whether an agreement goes on after the last is not known
  /// here.
  var records: [Record] {
    Dictionary(grouping: acoYears, by: \.id).sorted { $0.key < $1.key }.map {
      Self.record($0.value)
    }
  }

  /// - Parameter rows: Of one ACO, ascending by year.
  static func record(_ rows: [ACOYear]) -> Record {
    var before: ACOYear?
    let years = rows.map { row in
      defer { before = row }
      let isNew = before.map { $0.agreementStart == nil || $0.agreementStart != row.agreementStart }
      return Record.Year(
        year: row.year, savingsRate: row.savingsRate,
        assignedBeneficiaries: row.assignedBeneficiaries, newBenchmark: isNew ?? true)
    }
    return Record(years: years, continues: false)
  }
}
