package org.vigie.web;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Ends requests whose body doesn't come: one that is silent, one that takes too long, one that is
 * longer than any that is taken.
 *
 * <p>Jetty hands on a silence as a failure after which one may ask again, and what holds forms back
 * until they are whole does so for ever. Here it is the last that is read.
 */
final class BodyBounds extends Handler.Wrapper {
  private final long mostBytes;
  private final Duration longest;
  private final LongSupplier nanoTime;

  /**
   * Makes bounds around what answers.
   *
   * @param mostBytes of any body
   * @param longest in which a body has come whole
   * @param nanoTime what {@link System#nanoTime} is
   */
  BodyBounds(Handler handler, long mostBytes, Duration longest, LongSupplier nanoTime) {
    super(handler);
    this.mostBytes = mostBytes;
    this.longest = longest;
    this.nanoTime = nanoTime;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (request.getLength() > mostBytes) {
      response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
      Response.writeError(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
      return true;
    }
    return super.handle(new Bounded(request), response, callback);
  }

  /** A request of which nothing is read after the first failure. */
  private final class Bounded extends Request.Wrapper {
    private final long start = nanoTime.getAsLong();

    Bounded(Request request) {
      super(request);
    }

    @Override
    public Content.Chunk read() {
      Content.Chunk chunk = super.read();
      if (Content.Chunk.isFailure(chunk, false)) {
        return Content.Chunk.from(chunk.getFailure(), true);
      }
      if (chunk == null || chunk.isLast() || nanoTime.getAsLong() - start <= longest.toNanos()) {
        return chunk;
      }
      chunk.release();
      TimeoutException late =
          new TimeoutException("a body must come within %s, but didn't".formatted(longest));
      fail(late);
      return Content.Chunk.from(late, true);
    }
  }
}
