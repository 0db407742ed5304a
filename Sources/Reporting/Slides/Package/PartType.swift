/// Content types of the parts a deck is made of.
enum PartType: String {
  case presentation =
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
  case slide = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
  case master = "application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml"
  case layout = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"
  case notes = "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml"
  case notesMaster =
    "application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml"
  case theme = "application/vnd.openxmlformats-officedocument.theme+xml"
  case presentationProperties =
    "application/vnd.openxmlformats-officedocument.presentationml.presProps+xml"
  case viewProperties =
    "application/vnd.openxmlformats-officedocument.presentationml.viewProps+xml"
  case tableStyles =
    "application/vnd.openxmlformats-officedocument.presentationml.tableStyles+xml"
  case chart = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
  case workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  case coreProperties = "application/vnd.openxmlformats-package.core-properties+xml"
  case extendedProperties =
    "application/vnd.openxmlformats-officedocument.extended-properties+xml"
  case png = "image/png"
  case svg = "image/svg+xml"
}
