package import ActaDiagnostics
import Glibc

/// Why the published folder could not be written or held against its manifest.
package enum OutputProblem: Error, Sendable, Hashable {
  /// What the system refused, by `errno`.
  case refused(path: String, code: Int32)
  /// Another build is writing.
  case locked(path: String, by: OutputLock.Holder)
  case unsoundPath(String)
  case noManifest(String)
  case damagedManifest(String)

  package var text: Text {
    switch self {
    case .refused(let path, ENOSPC), .refused(let path, EDQUOT):
      Text(
        ru:
          "\(path): на диске кончилось место. Все файлы папки целы, прежние или новые; освободите место и соберите ещё раз",
        en:
          "\(path): no space left on the disk. Every file of the folder is whole, old or new; make room and build again"
      )
    case .refused(let path, ELOOP), .refused(let path, ENOTDIR):
      Text(
        ru: "\(path): на пути стоит ссылка или файл, а нужна папка",
        en: "\(path): a link or a file stands in the way where a folder is needed")
    case .refused(let path, let code):
      Text(
        ru: "\(path): \(String(cString: strerror(code)))",
        en: "\(path): \(String(cString: strerror(code)))")
    case .locked(let path, let holder):
      Text(
        ru: "В «\(path)» уже пишет другая сборка\(holder(.russian)); дождитесь её",
        en: "Another build\(holder(.english)) is writing to «\(path)»; wait for it")
    case .unsoundPath(let path):
      Text(
        ru: "\(path.visible): так файл в публикуемой папке называться не может",
        en: "\(path.visible): no name for a file of the published folder")
    case .noManifest(let path):
      Text(
        ru: "\(path): здесь нет \(Manifest.path), с которым сверять",
        en: "\(path): there is no \(Manifest.path) to hold the folder against")
    case .damagedManifest(let path):
      Text(
        ru: "\(path): \(Manifest.path) испорчен или записан более новой Actой",
        en: "\(path): \(Manifest.path) is damaged or was written by a later Acta")
    }
  }
}
