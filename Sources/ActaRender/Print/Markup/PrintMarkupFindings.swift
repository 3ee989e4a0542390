import ActaDiagnostics

/// The drawings among a department's templates, by their names in the folder `print`.
func drawings(_ files: [String: String]) -> [String: SVGOutline] {
  var drawings: [String: SVGOutline] = [:]
  for (path, text) in files where path.hasPrefix("print/") && path.hasSuffix(".svg") {
    drawings[String(path.dropFirst("print/".count))] = SVGOutline(Array(text.utf8))
  }
  return drawings
}

/// What is wrong with the markup of a department's print template.
func markupFindings(
  _ bytes: [UInt8], as name: Templates.Name, _ drawings: [String: SVGOutline]
) -> [Finding] {
  PrintMarkupCheck(bytes, drawings: Set(drawings.keys)).offences.map { offence, span in
    Finding(
      offence.rule, .error, file: "templates/" + name.file, at: span, offence.message,
      help: Text(
        ru: "до исправления вместо него берётся шаблон Acta",
        en: "until it is mended Acta's own template is used"))
  }
}
