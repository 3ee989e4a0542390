import ActaModel

/// What a PDF says of itself: as XMP (ISO 16684-1) for archives, and in the older form for everybody else.
struct PDFMetadata {
  let title: String
  let author: String
  /// Of the act; a document knows no other date.
  let date: CalendarDate?

  var info: PDFDictionary {
    var info: PDFDictionary = ["Title": .text(title), "Producer": .text(Self.producer)]
    if !author.isEmpty { info["Author"] = .text(author) }
    if let date {
      let digits = date.iso.filter { $0 != "-" }
      info["CreationDate"] = .text("D:\(digits)000000Z")
      info["ModDate"] = .text("D:\(digits)000000Z")
    }
    return info
  }

  var xmp: [UInt8] {
    var dates = ""
    if let date {
      let time = date.iso + "T00:00:00Z"
      dates = """
        <xmp:CreateDate>\(time)</xmp:CreateDate>
        <xmp:ModifyDate>\(time)</xmp:ModifyDate>
        <xmp:MetadataDate>\(time)</xmp:MetadataDate>

        """
    }
    var creator = ""
    if !author.isEmpty {
      creator = """
        <dc:creator><rdf:Seq><rdf:li>\(Self.escaped(author))</rdf:li></rdf:Seq></dc:creator>

        """
    }
    return Array(
      """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about=""
        xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:xmp="http://ns.adobe.com/xap/1.0/"
        xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
        xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
        xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(Self.escaped(title))</rdf:li></rdf:Alt></dc:title>
      \(creator)<dc:language><rdf:Bag><rdf:li>\(Self.language)</rdf:li></rdf:Bag></dc:language>
      \(dates)<pdf:Producer>\(Self.producer)</pdf:Producer>
      <pdfaid:part>2</pdfaid:part>
      <pdfaid:conformance>A</pdfaid:conformance>
      <pdfuaid:part>1</pdfuaid:part>
      </rdf:Description>
      \(Self.extensionSchema)
      </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="r"?>
      """.utf8)
  }

  /// Of all text (RFC 5646).
  static let language = "ru"
  private static let producer = "Acta"

  /// PDF/A knows no properties of PDF/UA and wants them described (ISO 19005-2, 6.6.2.3).
  private static let extensionSchema = """
    <rdf:Description rdf:about=""
      xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
      xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
      xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
    </rdf:li></rdf:Bag></pdfaExtension:schemas>
    </rdf:Description>
    """

  /// Text between tags of XML, without the characters that XML 1.0 does not know.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: escaped += "&amp;"
      case 0x3C: escaped += "&lt;"
      case 0x3E: escaped += "&gt;"
      case 0x09, 0x0A, 0x0D: escaped += " "
      case 0x00..<0x20, 0xFFFE...0xFFFF: break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
