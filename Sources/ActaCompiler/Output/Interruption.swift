import Dispatch
import Glibc

/// What is done when a person or the system asks the process to end before it has.
package struct Interruption {
  private let sources: [any DispatchSourceSignal]

  /// From here on SIGINT, SIGTERM and SIGHUP call a function and then end the process as they would have; those that
  /// are ignored stay so.
  package init(_ cleanUp: @escaping @Sendable () -> Void) {
    let queue = DispatchQueue(label: "acta.interruption")
    sources = [SIGINT, SIGTERM, SIGHUP].filter { !Self.isIgnored($0) }.map { signal in
      Glibc.signal(signal, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: signal, queue: queue)
      source.setEventHandler {
        cleanUp()
        Glibc.signal(signal, SIG_DFL)
        kill(getpid(), signal)
        // The signal ends the process; where it is blocked, this does.
        sleep(1)
        _exit(128 + signal)
      }
      source.resume()
      return source
    }
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(signal, nil, &action) == 0 else { return false }
    // SIG_IGN is the address 1.
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }
}
