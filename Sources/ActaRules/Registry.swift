package import ActaDiagnostics

/// Every rule there is, by family.
///
/// A new rule is a file of its own and a line here.
package enum Registry {
  package static let all: [Rule] = [
    .invalidUTF8, .mojibake, .frontMatter, .unknownKey, .missingKey, .wrongValue, .duplicateKey,
    .rawHTML, .pathOutside, .missingFile, .orphanFile, .raggedRow, .unplacedText, .tooComplex,
    .suppression,
    .mixedScript, .unbalancedQuotes, .straightQuotes, .hyphenForDash, .doubleSpace, .missingSpace,
    .listPunctuation, .repeatedWord, .unbalancedBrackets, .brokenParagraph, .lookAlikeDigit,
    .spelling,
    .gap, .duplicateNumber, .outOfOrder, .wrongParent, .mixedStyle, .levelSkip,
    .unresolved, .appendixMissing, .appendixUnreferenced, .stampMismatch, .citationConflict,
    .incompleteCitation, .addressConflict, .referenceCycle,
    .duplicateDefinition, .unusedDefinition, .beforeDefinition, .undefinedTerm, .foreignTerm,
    .missingRequisite, .enactingWord, .noControlClause, .noExecutor, .noTerm,
    .titleMismatch, .signatureCertificate, .effectiveDate, .amendedBy,
    .unreadableDeadline, .noSuchDate, .deadlineBeforeAct, .nonWorkingDay, .noYear, .openEnded,
    .unknownYear,
    .missingDeadline, .missingResponsible, .missingResult, .unknownResponsible, .emptySection,
    .roadmapOrder, .roadmapCycle, .laterThanSuperior, .superiorUncovered, .overdue,
    .doneWithoutEvidence, .alreadyDone, .shiftedResult,
    .missingRole, .duplicateRole, .duplicateMember, .rosterTitleMismatch, .bodyMismatch,
    .personMismatch, .sexMismatch, .notAlphabetical,
    .quorumMissing, .noNoticeTerm, .noMinutesTerm, .noFrequency, .absenteeIncomplete,
    .quorumConflict, .unattainable, .tieUnresolved, .assertionFailed, .majorityMissing,
    .templateSyntax, .templateUnknownName,
    .missingCharacter,
  ]

  /// Those that are run over what was read.
  static let running: [RunningRule] = all.compactMap { rule in
    if case .whileReading = rule.check { return nil }
    return RunningRule(id: rule.id, level: rule.level, check: rule.check)
  }

  /// Ids that were rules once; they are never given to another.
  package static let retired: [RuleID] = []

  package static func rule(_ id: RuleID) -> Rule? { byID[id] }

  private static let byID: [RuleID: Rule] = Dictionary(
    all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}
