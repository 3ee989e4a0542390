/// Turns placed pages into the marks of a PDF's pages, and notes what belongs to which element.
struct PDFPages {
  let device: PDFDevice
  let structure: PrintStructure
  private let links: PDFLinks
  private(set) var fonts: PDFFonts
  private(set) var tags: PDFTags
  private(set) var annotations: [PDFAnnotation] = []
  private var content = PDFContent()
  private var sheet = PrintArea(width: 0, height: 0)
  /// What the marks being made belong to.
  private var open: Stretch?
  /// Where the last letter ended, and the line on which it stands.
  private var pen = (x: 0, y: 0)
  /// How far rounding has led the line's letters to the right of where they should stand.
  private var drift = 0
  /// Elements of links by what they are in the text.
  private var linkTags: [PDFLinks.Key: Int] = [:]
  /// Lines through words that are struck out: from, to, and the height.
  private var strikes: [(from: Int, to: Int, y: Int)] = []

  /// Marks that belong together.
  private enum Stretch {
    case artifact(PDFContent.Artifact)
    case element(Int)
    case link(PDFLinks.Key, PDFAnnotation)
  }

  init(_ device: PDFDevice, _ structure: PrintStructure, _ links: PDFLinks) {
    self.device = device
    self.structure = structure
    self.links = links
    fonts = PDFFonts(device.faces)
    tags = PDFTags(structure)
  }

  /// The content of a page.
  mutating func content(of page: PrintPage, watermark: String?) -> [UInt8] {
    content = PDFContent()
    sheet = device.sheet(page.orientation)
    tags.beginPage()
    if let watermark { draw(watermark: watermark) }
    for case .emblem(let emblem) in page.items { place(emblem) }
    for case .line(let line) in page.items { place(line) }
    close()
    drawRules(of: page)
    return content.bytes
  }
}

extension PDFPages {
  private mutating func place(_ line: PlacedLine) {
    let source = line.source
    let owner = source.owner
    let element = structure.element(of: owner)
    let label = source.text.labelEnd > 0 ? structure.element(of: owner, isLabel: true) : nil
    let left = device.leftField + line.x
    let top = sheet.height - device.topField - line.y
    let base = top - device.baseline(source.style.size)
    for (index, word) in line.words.enumerated() {
      let face = source.face(word.run)
      var piece = word.range
      var x = left + word.x
      let labelEnd = source.text.labelEnd
      if let label, label != element, piece.lowerBound < labelEnd {
        // The number is parted from the text behind it, where one word holds both.
        let part = piece.lowerBound..<min(labelEnd, piece.upperBound)
        begin(label, top)
        start(x, base)
        show(source.text.bytes, part, face)
        x += width(source.text.bytes, part, face)
        pen = (x + drift, base)
        piece = part.upperBound..<piece.upperBound
      }
      if !piece.isEmpty {
        let run = source.runs.indices.contains(word.run) ? word.run : nil
        begin(element, link: run, line, x: x, top)
        start(x, base)
        show(source.text.bytes, piece, face)
      }
      pen = (left + word.x + word.width + drift, base)
      if word.run >= 0, source.runs.indices.contains(word.run), source.runs[word.run].isStruck {
        strikes.append((left + word.x, pen.x, base + device.size(face) / 4))
      }
      if word.endsWithHyphen {
        show(fonts.softHyphen(PDFDevice.kind(face)), face)
        pen.x += device.hyphenWidth(face)
      } else if isFollowedBySpace(index, in: line) {
        show(fonts.code(0x20, PDFDevice.kind(face)), face)
        pen.x += device.spaceWidth(face)
      }
    }
    // The next line's piece of a link is a place of its own to click on.
    if case .link? = open { close() }
  }

  private func isFollowedBySpace(_ index: Int, in line: PlacedLine) -> Bool {
    let word = line.words[index]
    if index + 1 < line.words.count {
      return line.words[index + 1].range.lowerBound > word.range.upperBound
    }
    let bytes = line.source.text.bytes
    guard word.range.upperBound < bytes.count else { return false }
    return bytes[word.range.upperBound] == 0x20 || bytes[word.range.upperBound] == 0x0A
  }

  private func width(_ bytes: [UInt8], _ range: Range<Int>, _ face: PrintFace) -> Int {
    bytes.withUnsafeBufferPointer {
      device.width(of: UnsafeBufferPointer(rebasing: $0[range.clamped(to: 0..<$0.count)]), face)
    }
  }

  /// Goes on at a place: with a space of the right width on the same line, else on a new one.
  private mutating func start(_ x: Int, _ base: Int) {
    guard let size = content.openSize, pen.y == base else {
      drift = 0
      return content.move(x: x, y: base)
    }
    let thousandths = (x - pen.x) * 1_000
    let skip = (thousandths + (thousandths < 0 ? -size / 2 : size / 2)) / size
    content.skip(skip)
    // What rounding leaves is made up for at the next place.
    drift = pen.x + skip * size / 1_000 - x
  }

  private mutating func show(_ bytes: [UInt8], _ range: Range<Int>, _ face: PrintFace) {
    let kind = PDFDevice.kind(face)
    let size = device.size(face)
    content.set(kind, size)
    bytes.withUnsafeBufferPointer { bytes in
      var index = max(range.lowerBound, 0)
      let end = min(range.upperBound, bytes.count)
      while index < end {
        let scalar = UTF8Scalars.next(bytes, &index, end)
        let code = fonts.quickCode(scalar, kind)
        if code != 0 {
          content.show(code)
        } else {
          show(fonts.code(scalar, kind), face)
        }
      }
    }
  }

  /// Shows a glyph, of another face if need be.
  private mutating func show(_ code: PDFFonts.Code, _ face: PrintFace) {
    guard code.number != 0 else { return }
    let kind = PDFDevice.kind(face)
    let size = device.size(face)
    content.set(code.kind, size)
    content.show(code.number)
    content.set(kind, size)
  }
}

extension PDFPages {
  /// Lets the marks that follow belong to an element, or, without one, to no part of what is read.
  private mutating func begin(
    _ element: Int?, link run: Int?, _ line: PlacedLine, x: Int, _ top: Int
  ) {
    let owner = line.source.owner
    guard let element else {
      let artifact: PDFContent.Artifact = owner.block == nil ? .runningHead : .repetition
      if case .artifact(artifact)? = open { return }
      close()
      open = .artifact(artifact)
      return content.begin(artifact)
    }
    guard let run, let link = links.link(of: line.source, run, structure) else {
      return begin(element, top)
    }
    if case .link(link.key, _)? = open { return }
    close()
    let tag = linkTags[link.key] ?? tags.addLink(in: element)
    linkTags[link.key] = tag
    var annotation = PDFAnnotation(tag: tag, target: link.target, contents: link.contents)
    annotation.left = x
    annotation.top = top
    annotation.bottom = top - device.lineHeight(line.source.style.size)
    open = .link(link.key, annotation)
    content.begin(tags.name(of: tag), tags.addStretch(of: tag, y: top))
  }

  private mutating func begin(_ element: Int, _ top: Int) {
    if case .element(element)? = open { return }
    close()
    open = .element(element)
    content.begin(tags.name(of: element), tags.addStretch(of: element, y: top))
  }

  private mutating func close() {
    guard let stretch = open else { return }
    content.end()
    open = nil
    guard case .link(_, var annotation) = stretch else { return }
    annotation.right = pen.x
    tags.addAnnotation(of: annotation.tag)
    annotations.append(annotation)
  }
}

extension PDFPages {
  private mutating func place(_ placed: PlacedEmblem) {
    guard let element = structure.element(of: placed.owner) else { return }
    let left = device.leftField + placed.x
    let top = sheet.height - device.topField - placed.y
    begin(element, top)
    tags.setBox([left, top - placed.height, left + placed.width, top], of: element)
    func length(_ number: Int) -> Int {
      min(max(number, -100_000), 100_000) * placed.width / 1_000
    }
    func x(_ number: Int) -> Int { left + length(number) }
    func y(_ number: Int) -> Int { top - length(number) }
    var isDrawing = false
    for step in placed.emblem.outline {
      switch step {
      case .move(let toX, let toY):
        content.step(x(toX), y(toY), "m\n")
        isDrawing = true
      case .line(let toX, let toY) where isDrawing: content.step(x(toX), y(toY), "l\n")
      case .curve(let x1, let y1, let x2, let y2, let toX, let toY) where isDrawing:
        content.curve(x(x1), y(y1), x(x2), y(y2))
        content.step(x(toX), y(toY), "c\n")
      case .close where isDrawing: content.mark("h\n")
      case .line, .curve, .close: break
      }
    }
    content.mark(isDrawing ? "f\n" : "n\n")
    close()
  }

  /// All rules of a page at once, since none of them is read.
  private mutating func drawRules(of page: PrintPage) {
    var isOpen = false
    func at(_ x: Int, _ y: Int) -> (x: Int, y: Int) {
      (
        device.leftField + x + device.ruleWidth / 2,
        sheet.height - device.topField - y - device.ruleHeight / 2
      )
    }
    for case .rule(let rule) in page.items {
      if !isOpen { content.begin(.layout) }
      isOpen = true
      let end =
        rule.isVertical
        ? at(rule.x, rule.y + rule.length) : at(rule.x + rule.length, rule.y)
      content.stroke(from: at(rule.x, rule.y), to: end)
    }
    for strike in strikes {
      if !isOpen { content.begin(.layout) }
      isOpen = true
      content.stroke(from: (strike.from, strike.y), to: (strike.to, strike.y))
    }
    strikes = []
    if isOpen { content.end() }
  }

  /// The word in pale letters from the lower left to the upper right.
  private mutating func draw(watermark word: String) {
    let bytes = Array(word.utf8)
    guard !bytes.isEmpty else { return }
    let (width, height) = (sheet.width, sheet.height)
    let diagonal = Self.root(width * width + height * height)
    let kind = PrintFaces.Kind.bold
    let natural = bytes.withUnsafeBufferPointer {
      device.faces.width($0, kind, size: 100_000)
    }
    guard natural > 0, diagonal > 0 else { return }
    let size = min(diagonal * 6 / 10 * 100_000 / natural, 160_000)
    let length = natural * size / 100_000
    let (sine, cosine) = (height * 1_000 / diagonal, width * 1_000 / diagonal)
    // Capitals are about two thirds of their size high; the middle of the word is that of the sheet.
    let x = width / 2 - length * cosine / 2_000 + size * sine / 3_000
    let y = height / 2 - length * sine / 2_000 - size * cosine / 3_000
    content.begin(.watermark)
    content.mark("0.9 sc\n")
    content.move(x: x, y: y, sine: sine, cosine: cosine)
    content.set(kind, size)
    for scalar in word.unicodeScalars {
      let code = fonts.code(scalar.value, kind)
      if code.kind == kind, code.number != 0 { content.show(code.number) }
    }
    content.mark("0 sc\n")
    content.end()
  }

  private static func root(_ number: Int) -> Int { Int(Double(number).squareRoot()) }
}
