package import ActaModel

/// Where the documents of a repository are published: which page of which act, under which addresses.
package struct SiteMap: Sendable {
  package var settings: Settings
  private var places: [String: Place]

  package init(_ acts: [Act], settings: Settings) {
    self.settings = settings
    places = [:]
    for act in acts {
      places[Path.normal(act.order.path)] = Place(act: act.id, prefix: "", anchor: nil)
      for appendix in act.appendices {
        places[Path.normal(appendix.document.path)] = Place(
          act: act.id, prefix: appendix.address + "-", anchor: appendix.address)
      }
    }
  }

  package init(_ repository: Repository) {
    self.init(repository.acts, settings: repository.settings)
  }

  /// A document's place: the folder of its page, what goes before its addresses there, and where it begins.
  struct Place: Sendable {
    var act: String
    var prefix: String
    var anchor: String?
  }

  /// `nil` where no act lists the document.
  func place(of path: String) -> Place? { places[Path.normal(path)] }
}

/// Paths with `/`, taken for what they name and not for what is on a disk.
enum Path {
  /// Without `.`, `..` and empty steps; steps above the root stay as `..`.
  static func normal(_ path: String) -> String { steps(path[...]).joined(separator: "/") }

  /// A path that stands in a file, seen from the root.
  static func resolved(_ target: String, from file: String) -> String {
    if target.utf8.first == UInt8(ascii: "/") { return normal(target) }
    return normal((steps(file[...]).dropLast() + [target[...]]).joined(separator: "/"))
  }

  /// The way from one folder to a file or folder, both seen from the root.
  static func relative(from folder: String, to target: String) -> String {
    let (from, to) = (steps(folder[...]), steps(target[...]))
    let common = zip(from, to).prefix { $0 == $1 }.count
    return
      (Array(repeating: "..", count: from.count - common) + to.dropFirst(common).map(String.init))
      .joined(separator: "/")
  }

  /// The way from a folder up to the root: `../../`, empty for the root itself.
  static func root(from folder: String) -> String {
    String(repeating: "../", count: steps(folder[...]).count)
  }

  private static func steps(_ path: Substring) -> [Substring] {
    var steps: [Substring] = []
    for step in path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init) {
      if step == "." { continue }
      if step == "..", let last = steps.last, last != ".." {
        steps.removeLast()
      } else {
        steps.append(step)
      }
    }
    return steps
  }
}
