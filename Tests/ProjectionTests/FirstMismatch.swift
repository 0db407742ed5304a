/// Where two columns first differ, and by what; `nil` where they are alike. A test that fails so says
/// one line, not two columns.
func firstMismatch<Value: Equatable>(
  _ one: some Collection<Value>, _ other: some Collection<Value>
) -> String? {
  guard one.count == other.count else { return "\(one.count) values, not \(other.count)" }
  let place = zip(one, other).enumerated().first { $0.element.0 != $0.element.1 }
  return place.map { "at \($0.offset): \($0.element.0), not \($0.element.1)" }
}
