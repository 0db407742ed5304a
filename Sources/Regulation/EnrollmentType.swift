/// The four populations for which Medicare keeps benchmark and expenditures apart,
/// 42 CFR 425.652(a)(1).
public enum EnrollmentType: String, CaseIterable, Hashable, Sendable, Codable {
  /// End-stage renal disease.
  case esrd
  /// Entitled by disability.
  case disabled
  /// Aged, dually eligible for Medicare and Medicaid.
  case agedDual
  /// Aged, not dually eligible.
  case agedNonDual
}

/// One value for each enrollment type; all four are always there.
@frozen public struct ByEnrollmentType<Value> {
  public var esrd, disabled, agedDual, agedNonDual: Value

  @inlinable public init(esrd: Value, disabled: Value, agedDual: Value, agedNonDual: Value) {
    self.esrd = esrd
    self.disabled = disabled
    self.agedDual = agedDual
    self.agedNonDual = agedNonDual
  }

  @inlinable public init(repeating value: Value) {
    self.init(esrd: value, disabled: value, agedDual: value, agedNonDual: value)
  }

  @inlinable public init<E: Error>(_ value: (EnrollmentType) throws(E) -> Value) throws(E) {
    self.init(
      esrd: try value(.esrd), disabled: try value(.disabled), agedDual: try value(.agedDual),
      agedNonDual: try value(.agedNonDual))
  }

  @inlinable public subscript(type: EnrollmentType) -> Value {
    get {
      switch type {
      case .esrd: esrd
      case .disabled: disabled
      case .agedDual: agedDual
      case .agedNonDual: agedNonDual
      }
    }
    set {
      switch type {
      case .esrd: esrd = newValue
      case .disabled: disabled = newValue
      case .agedDual: agedDual = newValue
      case .agedNonDual: agedNonDual = newValue
      }
    }
  }

  @inlinable public func map<Other, E: Error>(
    _ transform: (Value) throws(E) -> Other
  ) throws(E) -> ByEnrollmentType<Other> {
    .init(
      esrd: try transform(esrd), disabled: try transform(disabled),
      agedDual: try transform(agedDual), agedNonDual: try transform(agedNonDual))
  }

  /// In the order of `EnrollmentType`, as C declares a row of four.
  @inlinable public var row: (Value, Value, Value, Value) {
    (esrd, disabled, agedDual, agedNonDual)
  }

  /// The sum over the four types, in their fixed order.
  @inlinable public func sum(_ part: (Value) -> Double) -> Double {
    part(esrd) + part(disabled) + part(agedDual) + part(agedNonDual)
  }
}

extension ByEnrollmentType: Sendable where Value: Sendable {}
extension ByEnrollmentType: Equatable where Value: Equatable {}
extension ByEnrollmentType: Hashable where Value: Hashable {}
