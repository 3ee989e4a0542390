import CMalloc

/// Memory for a process that does one thing and ends: what it has let go of is kept for what comes next, and all
/// threads draw from one store, so that the system is asked seldom.
enum OneShotMemory {
  static func use() {
    for (option, value) in [
      (M_ARENA_MAX, 1), (M_TOP_PAD, 8 << 20), (M_TRIM_THRESHOLD, 128 << 20),
      (M_MMAP_THRESHOLD, 32 << 20),
    ] as [(Int32, Int32)] {
      _ = mallopt(option, value)
    }
  }
}
