import Foundation
import Regulation

extension JSONText {
  /// Any value of ours by its own property names: structures become objects, enumerations their
  /// raw value or their case's name, and the units of `Regulation` plain numbers.
  ///
  /// Property names are the glossary's words, so a property added to a type appears here without
  /// a second list to keep.
  init(reflecting value: Any) {
    self = Self.plain(value) ?? Self.composed(Mirror(reflecting: value), of: value)
  }

  private static func plain(_ value: Any) -> JSONText? {
    switch value {
    case let value as JSONText: value
    case let value as String: .text(value)
    case let value as Bool: .boolean(value)
    // Of an image, which is no figure: its digest.
    case let value as [UInt8]: .text(RunManifest.digest(of: Data(value)))
    case let value as Double: JSONText(value)
    case let value as any BinaryInteger: .number("\(value)")
    case let value as Cents: .number(DecimalText.cents(value.count))
    case let value as Dollars: JSONText(value.amount)
    case let value as Rate: JSONText(value.fraction)
    case let value as PersonYears: JSONText(value.count)
    case let value as PerCapita: JSONText(value.amount)
    case let value as PerformanceYear: .number(String(value.calendarYear))
    case let value as Day: .text(value.description)
    case let value as Track: .text(value.key)
    case let value as any RawRepresentable: JSONText(reflecting: value.rawValue)
    default: nil
    }
  }

  private static func composed(_ mirror: Mirror, of value: Any) -> JSONText {
    switch mirror.displayStyle {
    case .optional:
      return mirror.children.first.map { JSONText(reflecting: $0.value) } ?? .null
    case .collection, .set:
      return .array(mirror.children.map { JSONText(reflecting: $0.value) })
    case .enum:
      guard let child = mirror.children.first else { return .text("\(value)") }
      return .object([child.label ?? "value": JSONText(reflecting: child.value)])
    default:
      let members = mirror.children.compactMap { child in
        child.label.map { ($0, JSONText(reflecting: child.value)) }
      }
      return .object(Dictionary(members) { first, _ in first })
    }
  }
}
