package import ActaDiagnostics
package import ActaModel

/// The act as PDF 1.7 that is both PDF/A-2a and PDF/UA-1 (`act.pdf`): laid out by the same rules as the print-ready
/// text, and the same bytes for the same act and faces.
///
/// `reading` makes links of references. A finding tells each character that no face has.
package func printedPDF(
  of act: Act, reading: ActReading? = nil, on site: SiteMap,
  with supplies: PrintSupplies = PrintSupplies(), faces: PrintFaces
) -> Checked<[UInt8]> {
  let matter = PrintMatter(of: act, reading: reading, on: site, with: supplies)
  let device = PDFDevice(faces, site.settings.print)
  let pages = pages(
    of: matter.blocks, on: device, hyphenator: supplies.hyphenator, head: matter.head)
  let metadata = PDFMetadata(
    title: matter.title, author: matter.author, date: act.order.requisites.date?.value.value)
  var missing: Set<UInt32> = []
  let bytes = printedPDF(of: pages, matter, metadata, on: device, missing: &missing)
  return Checked(bytes, missing.isEmpty ? [] : missingCharacters(missing, in: act))
}

/// Pages of the PDF device as PDF.
func printedPDF(
  of pages: [PrintPage], _ matter: PrintMatter, _ metadata: PDFMetadata, on device: PDFDevice,
  missing: inout Set<UInt32>
) -> [UInt8] {
  let structure = PrintStructure(matter.blocks)
  var writer = PDFPages(device, structure, PDFLinks(matter))
  var file = PDFFile()
  let catalog = file.reserve()
  let info = file.reserve()
  let tree = file.reserve()
  let resources = file.reserve()
  let sheets = file.reserve(pages.count)

  var contents: [PDFReference] = []
  for page in pages {
    let content = file.reserve()
    file.write(stream: writer.content(of: page, watermark: matter.watermark), as: content)
    contents.append(content)
  }
  missing = writer.fonts.missing

  let annotations = file.reserve(writer.annotations.count)
  let places = writer.tags.places()
  func destination(_ page: Int, _ y: Int) -> PDFValue {
    [.reference(sheets[page]), .name("XYZ"), 0, .thousandths(y), .null]
  }
  func destination(of element: Int) -> PDFValue {
    // An element that nothing was printed of leads to the beginning.
    let place = places[element] ?? (0, device.sheet(pages.first?.orientation ?? .upright).height)
    return pages.isEmpty ? .null : destination(place.page, place.y)
  }
  for (index, annotation) in writer.annotations.enumerated() {
    let dictionary = annotation.dictionary(parent: pages.count + index) { target in
      switch target {
      case .named(let anchor, let element):
        places[element] == nil ? destination(of: element) : .text(anchor)
      case .element(let element): destination(of: element)
      case .beginning: destination(of: 0)
      case .address: nil
      }
    }
    file.write(dictionary, as: annotations[index])
  }

  let pagesOfLinks = writer.tags.annotationPages
  let links = Dictionary(grouping: annotations.indices) { pagesOfLinks[$0] }
  for (index, page) in pages.enumerated() {
    let sheet = device.sheet(page.orientation)
    var dictionary: PDFDictionary = [
      "Type": .name("Page"), "Parent": .reference(tree),
      "MediaBox": [0, 0, .thousandths(sheet.width), .thousandths(sheet.height)],
      "Resources": .reference(resources), "Contents": .reference(contents[index]),
      "StructParents": .integer(index),
      // PDF/UA-1, 7.18.3: whoever goes from link to link does so in the order of the text.
      "Tabs": .name("S"),
    ]
    if let links = links[index] {
      dictionary["Annots"] = .array(links.map { .reference(annotations[$0]) })
    }
    file.write(dictionary, as: sheets[index])
  }
  file.write(
    [
      "Type": .name("Pages"), "Count": .integer(sheets.count),
      "Kids": .array(sheets.map { .reference($0) }),
    ], as: tree)
  file.write(
    [
      "Font": .dictionary(writer.fonts.write(to: &file)),
      // Grey by the eye's own scale, so that no profile of a device is needed.
      "ColorSpace": [
        "Grey": [
          .name("CalGray"),
          [
            "WhitePoint": [.thousandths(951), 1, .thousandths(1_089)],
            "Gamma": .thousandths(2_200),
          ],
        ]
      ],
    ], as: resources)

  let xmp = file.reserve()
  file.write(
    stream: metadata.xmp, ["Type": .name("Metadata"), "Subtype": .name("XML")], as: xmp,
    isPlain: true)
  file.write(metadata.info, as: info)
  let root = writer.tags.write(to: &file, pages: sheets, annotations: annotations)
  let names = PDFNames(structure.anchors) { places[$0] == nil ? nil : destination(of: $0) }
  let outline = PDFOutline(structure.outline).write(to: &file, destination: destination(of:))
  var dictionary: PDFDictionary = [
    "Type": .name("Catalog"), "Pages": .reference(tree), "Metadata": .reference(xmp),
    "StructTreeRoot": .reference(root), "MarkInfo": ["Marked": true],
    "Lang": .text(PDFMetadata.language), "ViewerPreferences": ["DisplayDocTitle": true],
  ]
  if let names = names.dictionary {
    let reference = file.reserve()
    file.write(names, as: reference)
    dictionary["Names"] = ["Dests": .reference(reference)]
  }
  if let outline {
    dictionary["Outlines"] = .reference(outline)
    dictionary["PageMode"] = .name("UseOutlines")
  }
  file.write(dictionary, as: catalog)
  return file.finished(root: catalog, info: info)
}
