import CZlib

/// Compresses streams by Flate (RFC 1950, RFC 1951), one after another with the same memory.
struct Deflate: ~Copyable {
  /// In place, since zlib keeps its address.
  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool

  /// `level` from 1, fast, to 9, small.
  init(level: Int32) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    isReady =
      deflateInit_(stream, level, zlibVersion(), Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// The bytes, compressed; `nil` where there is no memory for it.
  func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    guard isReady, deflateReset(stream) == Z_OK, let count = uInt(exactly: bytes.count) else {
      return nil
    }
    let bound = Int(deflateBound(stream, uLong(bytes.count)))
    // zlib's older interface wants what it reads to be mutable, and leaves it alone.
    var source = bytes
    return source.withUnsafeMutableBufferPointer { source in
      [UInt8](unsafeUninitializedCapacity: bound) { target, written in
        stream.pointee.next_in = source.baseAddress
        stream.pointee.avail_in = count
        stream.pointee.next_out = target.baseAddress
        stream.pointee.avail_out = uInt(clamping: bound)
        written =
          deflate(stream, Z_FINISH) == Z_STREAM_END
          ? bound - Int(stream.pointee.avail_out) : 0
      }
    }
  }
}
