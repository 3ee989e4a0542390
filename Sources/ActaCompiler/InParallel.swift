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
