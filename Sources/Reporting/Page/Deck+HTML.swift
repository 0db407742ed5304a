extension Deck {
  /// The whole deck as one page: no script, no link, nothing fetched; the same bytes every time.
  public var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" \
    content="default-src 'none'; style-src 'unsafe-inline'\(look.logo == nil ? "" : "; img-src data:")">
    <title>\(Markup.escaped(title))</title>
    <style>
    \(StyleSheet.text(for: look))
    </style>
    </head>
    <body>
    <main>
    \(pages.map { $0.html(in: self) }.joined(separator: "\n"))
    </main>
    </body>
    </html>

    """
  }
}
