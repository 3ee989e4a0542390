package import ActaModel
package import ActaRules

/// The world outside: the only way to files and to today's date.
package protocol World: Sendable {
  /// Everything below the repository's root that could be a source, links not followed, in any order.
  func entries() throws(WorldError) -> [WorldEntry]
  /// The bytes of a file, by its path relative to the root.
  func read(_ path: String) throws(WorldError) -> [UInt8]
  /// Whether there is a file at a path relative to the root.
  func isFile(_ path: String) -> Bool
  /// Today by the `--as-of` date or the clock.
  var today: CalendarDate { get }
  /// A dictionary of Russian; `nil` where there is none or none is asked for.
  var spelling: (any Spelling)? { get }
}

extension World {
  package var spelling: (any Spelling)? { nil }
}

package struct WorldEntry: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case file
    case folder
    /// A link to a place outside the root, or to nothing.
    case linkOutside
    /// A socket, a device, a pipe.
    case special
  }

  /// Relative to the root, with `/`.
  package var path: String
  package var kind: Kind

  package init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }
}

/// Why the world did not give what was asked for, in the system's words.
package struct WorldError: Error, Sendable, Hashable {
  package var path: String
  package var reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}
