import Regulation

/// The keys of an option that is spelled out.
enum OptionKeys {
  static let renewalYears = 2...5

  static let all: [Key] = [
    Key(
      "name", .optionText, "Its key in outputs; a standard name, or a word of your own.", .required),
    Key("title", .optionText, "As reports print it.", .optional),
    Key(
      "years", .optionYears,
      "The track of each of the five performance years; for a name of your own.",
      .optional, cite: "42 CFR 425.200"),
    Key(
      "renewsIn", .optionYear(renewalYears),
      "The first year of a new ENHANCED agreement that ends a BASIC one early; our reading.",
      .optional, cite: Paragraph.earlyRenewal.rawValue),
    Key(
      "leave", .mapping(LeaveKeys.all),
      "When the ACO gives the agreement up; whichever condition holds first.", .optional,
      cite: Paragraph.termination.rawValue),
    Key("whatIf", .optionFlag, "Settle it although the ACO may not sign it.", .optional),
  ]
}
