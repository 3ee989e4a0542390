import ActaModel

/// The permanent address of an act's page; relative where the site's is not stated.
func pageAddress(_ act: Act, on site: SiteMap) -> String {
  let address = site.settings.site.address
  return closed(address) + URLText.ascii(act.id) + "/"
}

/// The permanent address of a file of the site; `nil` where the site's is not stated.
func siteAddress(_ path: String, on site: SiteMap) -> String? {
  let address = site.settings.site.address
  return address.isEmpty ? nil : closed(address) + URLText.ascii(path)
}

private func closed(_ address: String) -> String {
  address.isEmpty || address.utf8.last == UInt8(ascii: "/") ? address : address + "/"
}

extension URLText {
  /// A path as a URI has it: what is not ASCII written as `%XX` too (RFC 3986), since feeds and site maps ask for it.
  static func ascii(_ path: String) -> String {
    var out: [UInt8] = []
    for byte in encoded(path, isPath: true).utf8 {
      guard byte >= 0x80 else {
        out.append(byte)
        continue
      }
      out.append(UInt8(ascii: "%"))
      out += [byte >> 4, byte & 15].map {
        $0 < 10 ? UInt8(ascii: "0") + $0 : UInt8(ascii: "A") + $0 - 10
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The path of a site's root on its host, with a slash at both ends: `/` for `https://acts.example`.
  static func root(of address: String) -> String {
    let path = parts(address).path.utf8
    let slashes = path.indices.filter { path[$0] == UInt8(ascii: "/") }
    // Two slashes stand before the host, the third begins the path.
    guard slashes.count > 2 else { return "/" }
    let root = String(Substring(path[slashes[2]...]))
    return root.utf8.last == UInt8(ascii: "/") ? root : root + "/"
  }
}
