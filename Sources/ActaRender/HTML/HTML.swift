/// HTML as a tree: renderers build it, `encoded` alone turns it to bytes and escapes characters.
enum HTML {
  enum Node: Sendable {
    case element(Element)
    case text(Substring)
    /// Markup as it is: what a template yielded.
    case markup([UInt8])
  }

  struct Element: Sendable {
    var tag: Tag
    var attributes: [Attribute]
    var children: [Node]
  }

  struct Attribute: Sendable {
    var name: StaticString
    /// What the value begins with: most addresses and labels differ in their ends alone.
    var prefix: StaticString
    var value: Substring

    init(_ name: StaticString, _ value: String) {
      self.init(name, "", value[...])
    }

    init(_ name: StaticString, _ prefix: StaticString, _ value: Substring) {
      self.name = name
      self.prefix = prefix
      self.value = value
    }
  }

  struct Tag: Sendable {
    var name: StaticString
    var form: Form

    enum Form: Sendable {
      /// Part of a line.
      case inline
      /// Ends its line of the file, so that a page can be read and compared.
      case block
      /// Begins a line for its content too.
      case container
      /// Has no content and no end tag.
      case void
    }

    init(_ name: StaticString, _ form: Form) {
      self.name = name
      self.form = form
    }
  }
}

extension HTML.Node {
  static func element(
    _ tag: HTML.Tag, _ attributes: [HTML.Attribute], _ children: [HTML.Node]
  ) -> HTML.Node {
    .element(HTML.Element(tag: tag, attributes: attributes, children: children))
  }

  static func element(_ tag: HTML.Tag, _ children: [HTML.Node]) -> HTML.Node {
    .element(tag, [], children)
  }

  static func text(_ text: String) -> HTML.Node { .text(Substring(text)) }
}

extension HTML.Attribute {
  static func id(_ value: String) -> Self { Self("id", value) }
  static func `class`(_ value: String) -> Self { Self("class", value) }
  static func href(_ value: String) -> Self { Self("href", value) }
  static func href(toID id: String) -> Self { Self("href", "#", id[...]) }
  static func label(_ value: String) -> Self { Self("aria-label", value) }
  static func scope(_ value: String) -> Self { Self("scope", value) }
}

extension HTML.Tag {
  static let a = Self("a", .inline)
  static let blockquote = Self("blockquote", .container)
  static let br = Self("br", .void)
  static let caption = Self("caption", .block)
  static let code = Self("code", .inline)
  static let col = Self("col", .void)
  static let colgroup = Self("colgroup", .block)
  static let dd = Self("dd", .block)
  static let details = Self("details", .container)
  static let div = Self("div", .container)
  static let dl = Self("dl", .container)
  static let dt = Self("dt", .block)
  static let em = Self("em", .inline)
  static let hr = Self("hr", .void)
  static let img = Self("img", .void)
  static let li = Self("li", .block)
  static let nav = Self("nav", .container)
  static let ol = Self("ol", .container)
  static let p = Self("p", .block)
  static let pre = Self("pre", .block)
  static let s = Self("s", .inline)
  static let section = Self("section", .container)
  static let span = Self("span", .inline)
  static let strong = Self("strong", .inline)
  static let summary = Self("summary", .block)
  static let sup = Self("sup", .inline)
  static let table = Self("table", .container)
  static let tbody = Self("tbody", .container)
  static let td = Self("td", .block)
  static let th = Self("th", .block)
  static let thead = Self("thead", .container)
  static let time = Self("time", .inline)
  static let tr = Self("tr", .container)

  /// `h1` to `h6`; a level below the sixth is the sixth.
  static func heading(_ level: Int) -> Self {
    switch level {
    case ...1: Self("h1", .block)
    case 2: Self("h2", .block)
    case 3: Self("h3", .block)
    case 4: Self("h4", .block)
    case 5: Self("h5", .block)
    default: Self("h6", .block)
    }
  }
}
