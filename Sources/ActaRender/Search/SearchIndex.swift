import ActaDiagnostics

/// An inverted index of all acts, in files that a page can load by `<script>` alone, over http and from a disk.
///
/// An act's units are cut into chunks of some kilobytes. `search/k12.js` holds keys with the chunks that they stand in,
/// `search/t7.js` the text of chunks, `search/meta.js` what is needed to find both. A query loads the keys of its words
/// and the text of the best chunks, however many acts there are. Acts are added from the oldest on, so that a new act
/// leaves the texts of the others as they are.
package struct SearchIndex {
  /// How many bytes of text a chunk takes in before it is closed.
  private let chunkSize: Int
  private let chunksPerFile: Int
  private var words = WordTable()
  private var keys = KeyTable()
  /// The chunk that is being filled, from 0.
  private var chunk = 0
  private var chunksOfActs: [Int] = []
  /// Chunks of the text file that is being filled.
  private var texts: [JSON] = []

  /// `bytes` is how much text there is in all, roughly.
  package init(bytes: Int) {
    // More chunks make lists of them that are too long to load, larger ones texts that are.
    chunkSize = max(3000, bytes / 20_000)
    chunksPerFile = max(1, 9000 / chunkSize)
  }

  /// Takes an act in; the files that are full are handed back.
  package mutating func add(_ matter: SearchMatter) -> [SiteFile] {
    let head = matter.head
    var files: [SiteFile] = []
    var units: [JSON] = []
    var size = 0
    let before = chunk
    func close(_ index: inout SearchIndex) {
      index.keys.close(chunk: index.chunk)
      index.texts.append(head.json(units: units))
      index.chunk += 1
      if index.texts.count == index.chunksPerFile { files.append(index.textFile()) }
      (units, size) = ([], 0)
    }
    for text in head.distinctive { count(text, isHead: true) }
    for text in head.others { count(text, isHead: false) }
    for unit in matter.units {
      for text in pieces(of: unit.text) {
        if size >= chunkSize { close(&self) }
        count(text, isHead: false)
        size += text.utf8.count
        units.append(
          .array([
            .number(unit.part), .string(unit.anchor), .string(unit.label), .string(text),
          ]))
      }
    }
    close(&self)
    chunksOfActs.append(chunk - before)
    return files
  }

  /// The rest: the last texts, the keys and the way to them.
  package mutating func finish() -> [SiteFile] {
    var files = texts.isEmpty ? [] : [textFile()]
    var firsts: [JSON] = []
    for shard in keys.shards() {
      files.append(
        SiteFile(path: "search/k\(firsts.count).js", call: "k\(firsts.count)", shard.text))
      firsts.append(.string(String(decoding: shard.first, as: UTF8.self)))
    }
    var numbers: [UInt8] = []
    for count in chunksOfActs { NumberText.append(count, to: &numbers) }
    let meta = JSON.members([
      "acts": .number(chunksOfActs.count), "chunks": .number(chunk),
      "perFile": .number(chunksPerFile), "chunkSize": .number(chunkSize),
      "perAct": .string(String(decoding: numbers, as: UTF8.self)), "keys": .array(firsts),
      "idle": .string(SearchWords.idle),
    ])
    files.append(SiteFile(path: "search/meta.js", call: "meta", meta))
    return files
  }

  private mutating func textFile() -> SiteFile {
    let number = (chunk - 1) / chunksPerFile
    defer { texts = [] }
    return SiteFile(path: "search/t\(number).js", call: "t\(number)", .array(texts))
  }

  private mutating func count(_ text: String, isHead: Bool) {
    SearchWords.forEach(in: text) { word in
      for key in words.keys(of: word, in: &keys) { keys.count(key, isHead: isHead) }
    }
  }

  /// A text in pieces that no chunk outgrows by much, cut at spaces.
  private func pieces(of text: String) -> [String] {
    guard text.utf8.count > 2 * chunkSize else { return [text] }
    var pieces: [String] = []
    var rest = text.utf8[...]
    while rest.count > 2 * chunkSize {
      let middle = rest.index(rest.startIndex, offsetBy: chunkSize)
      guard let space = rest[middle...].firstIndex(of: 0x20) else { break }
      pieces.append(String(Substring(rest[..<space])))
      rest = rest[rest.index(after: space)...]
    }
    return pieces + [String(Substring(rest))]
  }
}
