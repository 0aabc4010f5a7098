package org.vigie.crawler.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.warc.BodyDigest;
import org.vigie.capture.warc.DigestStream;

/**
 * The body of an answer, as far as it was read.
 *
 * @param bytes as they were sent
 * @param truncated whether there was more
 * @param dropped digest of what was read and not kept, or null
 */
@SuppressWarnings("ArrayRecordComponent") // it is never compared
record PageBody(byte[] bytes, boolean truncated, @Nullable BodyDigest dropped) {
  private static final int BUFFER_BYTES = 8_192;

  /** Most pages fit. */
  private static final int MAX_FIRST_ROOM = 1 << 16;

  private static PageBody none(boolean truncated) {
    return new PageBody(new byte[0], truncated, null);
  }

  /** Reads what is wanted of the body of an answer. */
  static PageBody read(
      HttpGet request, ClassicHttpResponse response, long maxBytes, Function<String, BodyUse> uses)
      throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return none(false);
    }
    return switch (use(response, uses)) {
      case KEEP -> kept(request, entity, maxBytes);
      case DIGEST -> digested(request, entity, maxBytes);
      case LEAVE -> {
        request.cancel();
        yield none(true);
      }
    };
  }

  /** Of a failure, the page that tells it is kept; a picture in its place is not. */
  private static BodyUse use(ClassicHttpResponse response, Function<String, BodyUse> uses) {
    Header header = response.getFirstHeader("Content-Type");
    String type = header == null ? "" : header.getValue();
    if (response.getCode() >= 200 && response.getCode() < 300) {
      return uses.apply(type);
    }
    boolean picture = type.strip().toLowerCase(Locale.ROOT).startsWith("image/");
    return picture ? BodyUse.LEAVE : BodyUse.KEEP;
  }

  /** The length that is declared may be a lie: only a little room is made at its word. */
  private static PageBody kept(HttpGet request, HttpEntity entity, long maxBytes)
      throws IOException {
    InputStream in = entity.getContent();
    int room = (int) Math.clamp(entity.getContentLength() + 1, BUFFER_BYTES, MAX_FIRST_ROOM);
    byte[] kept = new byte[room];
    int length = 0;
    int n;
    while ((n = in.read(kept, length, kept.length - length)) >= 0) {
      length += n;
      if (length > maxBytes) {
        // Closing the stream would read it to its end: the connection is dropped instead.
        request.cancel();
        return new PageBody(Arrays.copyOf(kept, (int) maxBytes), true, null);
      }
      if (length == kept.length) {
        kept = Arrays.copyOf(kept, 2 * length);
      }
    }
    return new PageBody(Arrays.copyOf(kept, length), false, null);
  }

  /** The digest of a part, or of a coded form, would be that of no picture. */
  private static PageBody digested(HttpGet request, HttpEntity entity, long maxBytes)
      throws IOException {
    if (entity.getContentEncoding() != null) {
      request.cancel();
      return none(true);
    }
    DigestStream digest = new DigestStream();
    return pour(request, entity.getContent(), maxBytes, digest)
        ? new PageBody(new byte[0], false, digest.end())
        : none(true);
  }

  /** Reads what there is, up to a limit; returns whether that was all. */
  private static boolean pour(HttpGet request, InputStream in, long maxBytes, OutputStream into)
      throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long room = maxBytes;
    int n;
    while ((n = in.read(buffer)) >= 0) {
      into.write(buffer, 0, (int) Math.min(n, room));
      if (n > room) {
        // Closing the stream would read it to its end: the connection is dropped instead.
        request.cancel();
        return false;
      }
      room -= n;
    }
    return true;
  }
}
