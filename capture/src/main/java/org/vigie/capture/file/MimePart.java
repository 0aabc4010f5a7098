package org.vigie.capture.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A mail or one of its parts (RFC 2045 and 2046). Its text is Latin 1 until its charset is known.
 */
record MimePart(MimeHeaders headers, String body) {
  static final int MAX_PARTS = 1_000;

  static MimePart parse(String raw) {
    String text = raw.startsWith("\n") || raw.startsWith("\r\n") ? "\n" + raw : raw;
    int unix = text.indexOf("\n\n");
    int dos = text.indexOf("\r\n\r\n");
    boolean first = dos >= 0 && (unix < 0 || dos < unix);
    int end = first ? dos : unix;
    String head = end < 0 ? text : text.substring(0, end);
    String body = end < 0 ? "" : text.substring(end + (first ? 4 : 2));
    return new MimePart(MimeHeaders.parse(head), body);
  }

  boolean isMultipart() {
    return headers.type().startsWith("multipart/")
        && !headers.parameter("content-type", "boundary").isEmpty();
  }

  /** Returns the parts that it is made of. */
  List<MimePart> parts() {
    String boundary = "--" + headers.parameter("content-type", "boundary");
    List<MimePart> parts = new ArrayList<>();
    StringBuilder part = null;
    for (String line : body.split("(?<=\n)")) {
      String bare = line.stripTrailing();
      if (bare.equals(boundary) || bare.equals(boundary + "--")) {
        if (part != null && parts.size() <= MAX_PARTS) {
          parts.add(parse(part.toString()));
        }
        part = bare.equals(boundary) ? new StringBuilder() : null;
      } else if (part != null) {
        part.append(line);
      }
    }
    if (part != null && !part.isEmpty()) {
      parts.add(parse(part.toString()));
    }
    return parts;
  }

  /** Returns the content without its transfer encoding. */
  byte[] bytes() {
    return switch (headers.raw("content-transfer-encoding").toLowerCase(Locale.ROOT)) {
      case "base64" -> base64(body);
      case "quoted-printable" -> MimeHeaders.quoted(body);
      default -> body.getBytes(StandardCharsets.ISO_8859_1);
    };
  }

  String text() {
    byte[] bytes = bytes();
    return new String(
        bytes, MimeHeaders.charset(headers.parameter("content-type", "charset"), bytes));
  }

  boolean isAttached() {
    return headers.raw("content-disposition").toLowerCase(Locale.ROOT).startsWith("attachment");
  }

  /** Returns what it holds as a file: of a text its letters, whatever its charset is. */
  byte[] content() {
    return headers.type().startsWith("text/") ? text().getBytes(StandardCharsets.UTF_8) : bytes();
  }

  /** Returns the name under which it is attached, or empty; a long one is told in pieces. */
  String name() {
    String name = headers.parameter("content-disposition", "filename(?:\\*[\\d*]*)?");
    return name.isEmpty() ? headers.parameter("content-type", "name") : name;
  }

  static byte[] base64(String text) {
    try {
      return MimeHeaders.decode64(text);
    } catch (IllegalArgumentException e) {
      return new byte[0]; // cut within a group of four
    }
  }
}
