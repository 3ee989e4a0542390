import Testing

@testable import ActaRender

/// What is expected is what libqrencode 4.1.1 makes of the same texts.
@Suite struct QRCodeTests {
  @Test func `a code is drawn module by module as another encoder has it`() throws {
    let code = try #require(QRCode("https://akty.example/1/"))
    let rows = (0..<code.width).map { row in
      String((0..<code.width).map { code.isDark(row: row, column: $0) ? "#" : "." })
    }
    #expect(
      rows.joined(separator: "\n") == """
        #######...#...#.#.#######
        #.....#....#...##.#.....#
        #.###.#.##..#..##.#.###.#
        #.###.#.#..#.##...#.###.#
        #.###.#.###..#..#.#.###.#
        #.....#.#.###.###.#.....#
        #######.#.#.#.#.#.#######
        ........#..##..#.........
        #.#####..###.###..#####..
        #...##.#..###...#..#...#.
        ..#...#...#.#.##...#.#.##
        #..#.#...#....##.#......#
        ##.#.##.#..###..###.#.###
        ##..#..###...#..##.#.#.#.
        #.#.#.#...############.##
        #....#...#.#..###.###...#
        #..#..###.##.#.######.#..
        ........##..#.###...##...
        #######..##.....#.#.#.###
        #.....#.#...#.#.#...##.#.
        #.###.#.#...##.######.###
        #.###.#.###..#.####.#####
        #.###.#.##.####.##...##.#
        #.....#..#.#..###..###..#
        #######.#####..#.########
        """)
  }

  /// Texts that fill a size of codes, by their length, with the code's width and the FNV-1a hash of its modules.
  ///
  /// Which of the eight masks is the best, encoders tell in ways of their own; here both take the same.
  @Test(arguments: [
    (27, 29, 0x74DAA555),
    (62, 33, 0x65CEF28A),
    (84, 37, 0xE8BADA4F),
    (106, 41, 0x45F8EA19),
    (122, 45, 0x0F8406D0),
    (152, 49, 0xE787BEA0),
    (180, 53, 0x2AFAF82A),
    (213, 57, 0x37335022),
    (251, 61, 0x5679CB46),
    (287, 65, 0x29744778),
    (331, 69, 0x489D153A),
    (362, 73, 0xFBED63D4),
    (412, 77, 0x5C23CB70),
  ])
  func `every size is drawn as another encoder has it`(count: Int, width: Int, hash: UInt32) throws
  {
    let start = "https://akty.example/"
    let code = try #require(
      QRCode(start + String(repeating: "a", count: count - start.utf8.count)))
    #expect(code.width == width)
    var found: UInt32 = 2_166_136_261
    for row in 0..<code.width {
      for column in 0..<code.width {
        found = (found ^ (code.isDark(row: row, column: column) ? 1 : 0)) &* 16_777_619
      }
    }
    #expect(found == hash)
  }

  @Test(arguments: [
    (14, 21), (26, 25), (42, 29), (62, 33), (84, 37), (106, 41), (122, 45), (152, 49), (180, 53),
    (213, 57), (251, 61), (287, 65), (331, 69), (362, 73), (412, 77),
  ])
  func `every size holds as many bytes as the standard says`(count: Int, width: Int) {
    #expect(QRCode(String(repeating: "a", count: count))?.width == width)
    #expect(QRCode(String(repeating: "a", count: count + 1))?.width != width)
  }

  @Test func `what no code of 20 mm can show has none`() {
    #expect(QRCode(String(repeating: "a", count: 413)) == nil)
    #expect(QRCode("")?.width == 21)
  }

  @Test func `outlines cover the dark modules and nothing else`() throws {
    let code = try #require(QRCode("https://akty.example/1/"))
    let dark = code.bars.reduce(0) { $0 + $1.columns.count }
    let all = (0..<code.width).reduce(0) { sum, row in
      sum + (0..<code.width).count { code.isDark(row: row, column: $0) }
    }
    #expect(dark == all)
    let xs = SVGOutline(code).steps.compactMap { step -> Int? in
      if case .move(let x, _) = step { x } else { nil }
    }
    #expect(xs.min() == 4 * 1000 / (code.width + 8))
  }
}
