import ActaFuzz
import Dispatch
import Glibc

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ look: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// What is fuzzed in this process, by the environment: libFuzzer keeps the arguments for itself.
private let target: FuzzTarget = {
  let name = getenv("ACTA_FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget.named(name) else {
    print("ACTA_FUZZ_TARGET:", FuzzTarget.all.map(\.name).joined(separator: " "))
    exit(2)
  }
  return target
}()

/// What libFuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput")
func look(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  // libFuzzer calls from a thread of its own, which may wait.
  let done = DispatchSemaphore(value: 0)
  Task.detached {
    await target.run(input)
    done.signal()
  }
  done.wait()
  return 0
}

/// The entry that SwiftPM gives an executable built with `--sanitize fuzzer`.
@_cdecl("Fuzz_main")
func main(
  _ count: Int32, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
  var count = count
  var arguments = arguments
  return runDriver(&count, &arguments, look)
}
