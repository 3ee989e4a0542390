import ArgumentParser

/// The command: `acta check`, `acta build` and their kin.
@main
struct Acta: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "acta",
    abstract:
      "Компилятор правовых актов: проверяет и публикует приказы, положения, дорожные карты.",
    version: version,
    subcommands: [
      Check.self, Build.self, Serve.self, Verify.self, Print.self, Deadlines.self, Init.self,
      Show.self,
      Explain.self, Read.self, Words.self, ReadTrial.self, Stages.self,
    ])

  /// Exit statuses: 0 nothing at error level, 1 findings, 2 usage, 74 input or output, 75 another build is at work.
  static func main() async {
    do {
      var command = try parseAsRoot(FixOptions.spelled(CommandLine.arguments.dropFirst()))
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let code as ExitCode {
      exit(withError: code)
    } catch let failure as Failure {
      Terminal.complain(failure.message)
      exit(withError: ExitCode(failure.status))
    } catch {
      if exitCode(for: error) == .success { exit(withError: error) }
      Terminal.complain(fullMessage(for: error))
      exit(withError: ExitCode(Failure.usage))
    }
  }
}

/// An end of the command that is told on standard error.
struct Failure: Error {
  static let usage: Int32 = 2
  static let inputOutput: Int32 = 74
  /// `EX_TEMPFAIL`: another build is at work, and this one would do later.
  static let busy: Int32 = 75

  var message: String
  var status: Int32
}
