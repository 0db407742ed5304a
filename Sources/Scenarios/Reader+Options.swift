import Regulation

/// One option as the file asks for it, before the rules have been asked about it.
struct OptionRequest {
  var option: ParticipationOption
  /// Asked for although it may not be signable: settle it as a what-if.
  var asWhatIf: Bool
  var spot: Spot
  /// Where its exit rule stands, and how it is written.
  var leaveSpot: Spot?
  var leaveWritten = ""
}

/// Reading the participation options.
extension Reader {
  private static let standard = ParticipationOption.standard
  private static let place = "agreement.options"

  mutating func readOptions(_ value: Written, at place: String, _ sources: Sources) {
    let key = Key(
      "options", .options, "", .defaulted, cite: "42 CFR 425.600(a), (g)")
    guard case .list(let items) = value.content, !items.isEmpty else {
      refuse(
        value, key, at: place, allowed: "a list of at least one option",
        "Write [glidePath, enhanced], or leave the key out for all seven.")
      return
    }
    var (names, titles) = ([String: Int](), [String: Int]())
    for item in items where !item.isUnreadable {
      guard let request = request(item, key, at: place, isDefault: sources.isDefault) else {
        faulty.insert(place)
        continue
      }
      if let line = names[request.option.name] {
        note(
          place, item.spot, "has \(request.option.name) twice, first on line \(line).",
          "Allowed: each name once. Delete one, or give it a name of its own.")
      } else if let fault = titleFault(of: request.option, titles) {
        note(place, item.spot, fault, "Allowed: a title of its own. Change one.")
      } else {
        names[request.option.name] = item.spot.line
        titles[request.option.title.lowercased()] = item.spot.line
        requests.append(request)
      }
    }
    guard !faulty.contains(place) else { return }
    record(key, value, at: place, sources)
    for request in requests where request.option.renewsIn != nil { recordRenewal(request.option) }
    for request in requests where request.option.leave != nil {
      recordExit(request.option, request.leaveWritten)
    }
  }

  /// A title that reads as another option's.
  private func titleFault(of option: ParticipationOption, _ titles: [String: Int]) -> String? {
    let title = option.title.lowercased()
    if let line = titles[title] {
      return "has the title \(option.title) twice, first on line \(line)."
    }
    if let other = Self.standard.first(where: { $0.title.lowercased() == title }),
      other.name != option.name
    {
      return "has \(option.name) the title \(option.title), which is that of \(other.name)."
    }
    return title.hasSuffix("(what-if)")
      ? "has \(option.name) the title \(option.title), as if it could not be signed." : nil
  }

  /// No text read settles early renewal: that it is settled at all is an assumption of the program.
  private mutating func recordRenewal(_ option: ParticipationOption) {
    guard let year = option.renewsIn else { return }
    provenance.append(
      Provenance(
        key: "agreement.options.\(option.name).renewsIn", value: "\(year)", status: .assumed,
        source: "our reading of \(Paragraph.earlyRenewal) (renewing ACO): leaving BASIC for "
          + "ENHANCED ends one agreement on 31 December and begins the next, re-based"))
  }

  private mutating func request(
    _ item: Written, _ key: Key, at place: String, isDefault: Bool
  ) -> OptionRequest? {
    if item.pairs != nil { return spelledOut(item, at: place) }
    let names = Self.standard.map(\.name)
    guard let name = word(item, of: names, key, at: place),
      let option = Self.standard.first(where: { $0.name == name })
    else { return nil }
    return OptionRequest(option: option, asWhatIf: isDefault, spot: item.spot)
  }

  /// `{name: …, title: …, years: […], whatIf: …}`.
  private mutating func spelledOut(_ item: Written, at place: String) -> OptionRequest? {
    let before = problems.count
    let keys = OptionKeys.all
    let meant = refuseUnknown(in: item, allowed: keys.map(\.name), at: place)
    var option = ParticipationOption(name: "", title: "", years: [])
    var asWhatIf = false
    for key in keys {
      guard let value = item[key.name]?.value, !value.isUnreadable else { continue }
      let inner = "\(place).\(key.name)"
      switch key.name {
      case "name": option.name = name(value, key, at: inner) ?? ""
      case "title": option.title = text(value, key, at: inner) ?? ""
      case "years": option.years = years(value, key, at: inner) ?? []
      case "leave": option.leave = exitRule(value, at: inner)
      case "renewsIn": option.renewsIn = whole(value, in: OptionKeys.renewalYears, key, at: inner)
      default: asWhatIf = flag(value, key, at: inner) ?? false
      }
    }
    if item["name"] == nil, meant["name"] == nil {
      note("\(place).name", item.spot, "is missing.", "Write name: with a word of your own.")
    }
    guard problems.count == before, meant.isEmpty,
      let option = completed(option, item, at: place), renewsInPlace(option, item, at: place)
    else { return nil }
    let leave = item["leave"]?.value
    return OptionRequest(
      option: option, asWhatIf: asWhatIf, spot: item.spot, leaveSpot: leave?.spot,
      leaveWritten: leave?.inOneLine ?? "")
  }

  /// Whether an early renewal, where there is one, is the option's move from BASIC to ENHANCED.
  private mutating func renewsInPlace(
    _ option: ParticipationOption, _ item: Written, at place: String
  ) -> Bool {
    guard let renewal = option.renewsIn, renewal != option.yearOfMoveToEnhanced else { return true }
    let remedy =
      option.yearOfMoveToEnhanced.map { "Write \($0)." } ?? "Correct years, or delete it."
    note(
      "\(place).renewsIn", item["renewsIn"]?.value.spot ?? item.spot, "is \(renewal).",
      "Allowed: the first ENHANCED year, with BASIC in every year before it and ENHANCED in every "
        + "year after (our reading of \(Paragraph.earlyRenewal)). \(remedy)")
    return false
  }

  /// A standard name stands for its own path; any other needs its years.
  private mutating func completed(
    _ option: ParticipationOption, _ item: Written, at place: String
  ) -> ParticipationOption? {
    var option = option
    if let standard = Self.standard.first(where: { $0.name == option.name }) {
      if let years = item["years"] {
        note(
          "\(place).years", years.value.spot, "is given for \(option.name), which has its own.",
          "Allowed: years for a name of your own. Choose another name, or leave years out.")
        return nil
      }
      option.years = standard.years
      if option.title.isEmpty {
        option.title = standard.title + (option.leave == nil ? "" : ", may leave")
      }
      return option
    }
    guard item["years"] != nil else {
      let names = Self.standard.map(\.name)
      note(
        "\(place).years", item.spot, "is missing.",
        "\(Spelling.question(option.name, among: names))Write years: with five of "
          + "\(Self.choice(of: Track.allCases.map(\.key))).")
      return nil
    }
    if option.title.isEmpty { option.title = option.name }
    return option
  }

  mutating func name(_ value: Written, _ key: Key, at place: String) -> String? {
    guard let name = text(value, key, at: place) else { return nil }
    let letters = name.unicodeScalars
    let isWord = letters.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
    }
    guard isWord, letters.first?.properties.isAlphabetic == true, name.count <= 40 else {
      refuse(
        value, key, at: place, allowed: "a word of at most 40 letters and digits",
        "Begin with a letter, such as waitThenE.")
      return nil
    }
    return name
  }

  private mutating func years(_ value: Written, _ key: Key, at place: String) -> [Track]? {
    let words = Track.allCases.map(\.key)
    guard case .list(let items) = value.content, items.count == 5 else {
      refuse(
        value, key, at: place, allowed: "five of \(Self.choice(of: words))",
        "Name the track of each performance year, first year first.")
      return nil
    }
    let tracks = items.compactMap { item in
      item.isUnreadable ? nil : word(item, of: words, key, at: place).flatMap { Track(key: $0) }
    }
    return tracks.count == items.count ? tracks : nil
  }
}
