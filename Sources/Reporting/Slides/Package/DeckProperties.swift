import Foundation

/// What a file says of itself; no time and no name of who ran it.
struct DeckProperties {
  let deck: Deck
  let slides: Int

  var parts: [OfficePart] {
    [
      OfficePart(
        path: "docProps/core.xml", contentType: PartType.coreProperties.rawValue,
        bytes: Data(core.utf8)),
      OfficePart(
        path: "docProps/app.xml", contentType: PartType.extendedProperties.rawValue,
        bytes: Data(extended.utf8)),
    ]
  }

  var relationships: [Relationship] {
    [
      Relationship(
        id: "rId2", type: Relationship.package + "metadata/core-properties",
        target: "docProps/core.xml"),
      Relationship("rId3", "extended-properties", to: "docProps/app.xml"),
    ]
  }

  private var core: String {
    OfficePackage.declaration
      + "<cp:coreProperties xmlns:cp="
      + "\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
      + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      + "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
      + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
      + "<dc:title>\(Markup.escaped(deck.title))</dc:title>"
      + "<dc:subject>\(Markup.escaped(deck.footer))</dc:subject>"
      + "<dc:creator>Glidepath</dc:creator><dc:language>en-US</dc:language></cp:coreProperties>"
  }

  private var extended: String {
    OfficePackage.declaration
      + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
      + "extended-properties\"><Application>Glidepath</Application><Slides>\(slides)</Slides>"
      + "<Notes>\(slides)</Notes></Properties>"
  }
}
