package org.vigie.crawler.fetch;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request only where nothing has come yet that could be taken for its answer.
 *
 * <p>What follows an answer, longer than it said or written to deceive, must not be taken for the
 * next one (RFC 9112, section 6.3): it would be archived as the answer to another request.
 */
final class QuietConnections extends HttpRequestExecutor {
  /** Says that a connection was given up before anything was sent. */
  static final class UnaskedException extends IOException {
    private static final long serialVersionUID = 1L;

    UnaskedException() {
      super("a connection must be quiet before a request, but something had come");
    }
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request,
      HttpClientConnection connection,
      @Nullable HttpResponseInformationCallback callback,
      HttpContext context)
      throws IOException, HttpException {
    if (connection.isDataAvailable(Timeout.ofMilliseconds(1))) {
      throw new UnaskedException();
    }
    return super.execute(request, connection, callback, context);
  }
}
