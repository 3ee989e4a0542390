/// The results of a function over values, found in parallel and put back in the order of the values.
func inParallel<Value: Sendable, Result: Sendable>(
  _ values: [Value], _ transform: @escaping @Sendable (Value) -> Result
) async -> [Result] {
  await withTaskGroup(of: (Int, Result).self) { group in
    var results: [Result?] = Array(repeating: nil, count: values.count)
    for (index, value) in values.enumerated() {
      group.addTask { (index, transform(value)) }
    }
    for await (index, result) in group { results[index] = result }
    return results.compactMap { $0 }
  }
}

/// The results of a function over values, found in parallel and taken one after the other in the order of the values;
/// no more than some are ever ahead of what was taken.
func inOrder<Value: Sendable, Result: Sendable>(
  _ values: [Value], _ transform: @escaping @Sendable (Value) -> Result,
  take: (Value, Result) -> Void
) async {
  let ahead = 64
  await withTaskGroup(of: (Int, Result).self) { group in
    var results: [Int: Result] = [:]
    var started = 0
    var taken = 0
    func start() {
      guard values.indices.contains(started) else { return }
      let (index, value) = (started, values[started])
      group.addTask { (index, transform(value)) }
      started += 1
    }
    for _ in 0..<ahead { start() }
    for await (index, result) in group {
      results[index] = result
      while let next = results.removeValue(forKey: taken) {
        take(values[taken], next)
        taken += 1
        start()
      }
    }
  }
}
