import Foundation

/// Standard output and error, and what is known of the terminal behind them.
enum Terminal {
  static func write(_ bytes: [UInt8]) { write(bytes, to: 1) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  static func write(_ text: String) { write(Array(text.utf8)) }

  static func complain(_ text: String) {
    complain(Array((text.hasSuffix("\n") ? text : text + "\n").utf8))
  }

  static func complain(_ bytes: [UInt8]) { write(bytes, to: 2) }

  /// Colour when a person looks on and NO_COLOR is not set.
  static var usesColour: Bool {
    let environment = ProcessInfo.processInfo.environment
    guard environment["NO_COLOR"]?.isEmpty ?? true, environment["TERM"] != "dumb" else {
      return false
    }
    return isatty(1) == 1
  }

  static var width: Int {
    var size = winsize()
    guard isatty(1) == 1, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 100
    }
    return Int(size.ws_col)
  }
}
