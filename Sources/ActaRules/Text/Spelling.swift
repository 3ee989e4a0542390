/// A dictionary of Russian words: which spellings it has.
///
/// Implemented outside, since a dictionary lies on disk; must answer from any thread.
package protocol Spelling: Sendable {
  /// Whether a word is spelled so, in this case of its letters.
  func knows(_ word: String) -> Bool
}
