import NIOCore
import NIOHTTP1
import NIOPosix

/// Gives the pages of a site to browsers over HTTP.
struct LiveServer: Sendable {
  private typealias Client = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>

  private let listener: NIOAsyncChannel<Client, Never>
  private let site: LiveSite

  /// Begins to listen; throws where the address is taken or none of this machine.
  init(host: String, port: Int, site: LiveSite) async throws {
    self.site = site
    listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .bind(host: host, port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          return try Client(wrappingChannelSynchronously: channel)
        }
      }
  }

  /// The port that it listens on, which the system chooses where 0 was asked for.
  var port: Int? { listener.channel.localAddress?.port }

  /// Serves until the task is cancelled.
  func run() async throws {
    try await withThrowingDiscardingTaskGroup { group in
      try await listener.executeThenClose { clients in
        for try await client in clients {
          // A browser that goes away in the midst of an answer is none of our concern.
          group.addTask { try? await serve(client) }
        }
      }
    }
  }

  private func serve(_ client: Client) async throws {
    try await client.executeThenClose { requests, answers in
      for try await part in requests {
        guard case .head(let head) = part else { continue }
        try await answer(head, to: answers)
        if !head.isKeepAlive { return }
      }
    }
  }

  private func answer(
    _ head: HTTPRequestHead, to answers: NIOAsyncChannelOutboundWriter<HTTPServerResponsePart>
  ) async throws {
    var answer = LiveSite.Answer(status: 405, type: "text/plain", bytes: [])
    if head.method == .GET || head.method == .HEAD { answer = await site.answer(to: head.uri) }
    let isText = answer.type.hasPrefix("text/")
    let headers: HTTPHeaders = [
      "Content-Type": isText ? answer.type + "; charset=utf-8" : answer.type,
      "Content-Length": "\(answer.bytes.count)", "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    ]
    let status = HTTPResponseStatus(statusCode: answer.status)
    try await answers.write(
      .head(HTTPResponseHead(version: head.version, status: status, headers: headers)))
    if head.method != .HEAD {
      try await answers.write(.body(.byteBuffer(ByteBuffer(bytes: answer.bytes))))
    }
    try await answers.write(.end(nil))
  }
}
