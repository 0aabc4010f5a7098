package org.vigie.capture.extract.page;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.capture.extract.markup.CharsetSniffer;
import org.vigie.capture.extract.markup.EncodedText;

/** What kind of text a payload is, by its content type and by how it begins. */
public enum PayloadForm {
  MARKUP,
  JSON,
  /** Plain text that is a list of addresses: the simplest form of a sitemap. */
  ADDRESSES,
  UNREADABLE;

  /** How far in the first sign of markup may stand. */
  private static final int PREFIX = 1_024;

  private static final int MAX_HANDING = 160;

  /** {@code var NAME = {…};} or {@code callback({…})}. */
  private static final Pattern HANDING =
      Pattern.compile(
          "^\\s{0,9}(?:/\\*\\*/\\s?)?(?:(?:var |window\\.)[\\w$.]{1,60}\\s?=\\s?|[A-Za-z_$][\\w$.]{0,60}\\()(?=[{\\[])");

  static PayloadForm of(String type, byte[] payload) {
    boolean declared = type.equals("text/html") || type.endsWith("xml");
    boolean script = type.endsWith("/javascript") || type.endsWith("/x-javascript");
    if (!declared && !isVague(type) && !isJson(type) && !script) {
      return UNREADABLE;
    }
    if (isBinary(payload)) {
      return UNREADABLE;
    }
    int first = first(payload);
    if (first == '{' || first == '[') {
      return declared ? MARKUP : JSON;
    }
    if (answer(payload) > 0) {
      return JSON;
    }
    if (isJson(type) || script) {
      return UNREADABLE;
    }
    if (declared || hasMarkup(payload)) {
      return MARKUP;
    }
    return startsWithAddress(payload) ? ADDRESSES : UNREADABLE;
  }

  /**
   * Returns where the value begins that a script hands on and does nothing else, 0 if none does.
   */
  static int answer(byte[] payload) {
    int length = Math.min(payload.length, MAX_HANDING);
    String start = new String(payload, 0, length, java.nio.charset.StandardCharsets.ISO_8859_1);
    Matcher handing = HANDING.matcher(start);
    return handing.find() ? handing.end() : 0;
  }

  /** Returns why a payload is {@link #UNREADABLE}, without quoting it. */
  static String failure(String type, byte[] payload) {
    if (isJson(type)) {
      return "not JSON: " + printable(type);
    }
    boolean declared = type.equals("text/html") || type.endsWith("xml");
    if ((declared || isVague(type)) && isBinary(payload)) {
      return "not HTML: binary content";
    }
    return "not HTML: " + (type.isEmpty() ? "no content type, no markup" : printable(type));
  }

  /** Returns whether a payload that calls itself XML, or nothing, starts as a feed does. */
  static boolean looksLikeFeed(String contentType, EncodedText text) {
    String type = contentType.toLowerCase(Locale.ROOT);
    boolean maybe = type.isEmpty() || type.contains("xml") || type.startsWith("text/plain");
    String head = text.head(1_024);
    if (!maybe && head.contains("<html")) {
      return false;
    }
    String start = head.toLowerCase(Locale.ROOT);
    boolean feed = start.contains("<rss") || start.contains("<feed") || start.contains("<rdf:rdf");
    return feed && (maybe || !start.contains("<html"));
  }

  /** Returns a content type without its parameters, in lower case. */
  static String type(String contentType) {
    int end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** JSON Feed, ActivityPub and JSON-LD have types of their own (RFC 6839, section 3.1). */
  static boolean isJson(String type) {
    return type.equals("application/json") || type.equals("text/json") || type.endsWith("+json");
  }

  private static boolean isVague(String type) {
    return type.isEmpty() || type.equals("text/plain") || type.equals("application/octet-stream");
  }

  /** Returns the first byte that is neither space nor byte order mark, or -1. */
  private static int first(byte[] payload) {
    int start = hasMark(payload) ? 3 : 0;
    for (int i = start; i < Math.min(payload.length, PREFIX); i++) {
      if (payload[i] < 0 || payload[i] > ' ') {
        return payload[i];
      }
    }
    return -1;
  }

  private static boolean hasMark(byte[] b) {
    return b.length >= 3 && b[0] == (byte) 0xef && b[1] == (byte) 0xbb && b[2] == (byte) 0xbf;
  }

  private static boolean startsWithAddress(byte[] payload) {
    int length = Math.min(payload.length, PREFIX);
    String start = new String(payload, 0, length, java.nio.charset.StandardCharsets.ISO_8859_1);
    String text = (hasMark(payload) ? start.substring(3) : start).stripLeading();
    return text.startsWith("http://") || text.startsWith("https://");
  }

  private static boolean hasMarkup(byte[] payload) {
    for (int i = 0; i < Math.min(payload.length, PREFIX); i++) {
      if (payload[i] == '<') {
        return true;
      }
    }
    return false;
  }

  /** A zero byte stands in no text but UTF-16, which begins with its mark or with markup. */
  private static boolean isBinary(byte[] payload) {
    boolean utf16 =
        payload.length > 1
            && ((payload[0] == (byte) 0xfe && payload[1] == (byte) 0xff)
                || (payload[0] == (byte) 0xff && payload[1] == (byte) 0xfe));
    if (utf16 || CharsetSniffer.utf16(payload) != null) {
      return false;
    }
    for (int i = 0; i < Math.min(payload.length, 512); i++) {
      if (payload[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private static String printable(String type) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < Math.min(type.length(), 80); i++) {
      char c = type.charAt(i);
      out.append(c > ' ' && c < 0x7f ? c : '?');
    }
    return out.toString();
  }
}
