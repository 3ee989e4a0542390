import ArgumentParser

/// The command: `acta check`, `acta build` and their kin.
@main
struct Acta: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "acta", abstract: "Компилятор правовых актов.", version: "0.1.0")
}
