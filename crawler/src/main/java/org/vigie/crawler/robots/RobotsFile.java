package org.vigie.crawler.robots;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a robots.txt file, in a form that crawler-commons' parser reads as RFC 9309 means
 * it.
 *
 * <p>Left to itself, that parser takes a file for a web page, and so for one that allows all, if a
 * comment speaks of HTML; reads nothing behind a second byte order mark; ends a line at U+2028;
 * lets a user-agent line without a name end a group; and loses octets that aren't UTF-8.
 */
final class RobotsFile {
  /** RFC 9309, section 2.5: that much has to be read, so a file that is cut later may be used. */
  static final int LEAST_BYTES = 500 * 1_024;

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final List<String> PAGE_TAGS = List.of("<html", "<head", "<body", "<!doctype");

  private RobotsFile() {}

  /**
   * Returns the lines without comments as UTF-8, or null if these aren't the lines of such a file:
   * a web page, no text at all, or too short a piece of a file, or one without a whole line.
   *
   * @param cut whether the end of the file is missing
   */
  static byte @Nullable [] read(byte[] content, boolean cut) {
    if (cut && content.length < LEAST_BYTES) {
      return null;
    }
    StringBuilder lines = new StringBuilder(content.length);
    String text = decode(content);
    int end = cut ? endOfLastWholeLine(text) : text.length();
    if (cut && end == 0) {
      return null; // whatever it forbids
    }
    for (String line : text.substring(0, end).split("[\r\n]")) {
      int comment = line.indexOf('#');
      String record = (comment < 0 ? line : line.substring(0, comment)).strip();
      if (!isNamelessAgent(record)) {
        lines.append(record).append('\n');
      }
    }
    String records = lines.toString();
    return isWebPage(records) || !isText(records) ? null : records.getBytes(UTF_8);
  }

  /** A rule that was cut would hold for more than its author meant: {@code Allow: /} at worst. */
  private static int endOfLastWholeLine(String text) {
    return Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
  }

  private static String decode(byte[] content) {
    String text;
    if (startsWith(content, 0xff, 0xfe)) {
      text = new String(content, UTF_16LE);
    } else if (startsWith(content, 0xfe, 0xff)) {
      text = new String(content, UTF_16BE);
    } else {
      text = utf8(content);
    }
    int start = 0;
    while (start < text.length() && text.charAt(start) == BYTE_ORDER_MARK) {
      start++;
    }
    // Line ends to crawler-commons, but not to RFC 9309, section 2.2.
    return text.substring(start)
        .replace("\u0085", "%C2%85")
        .replace("\u2028", "%E2%80%A8")
        .replace("\u2029", "%E2%80%A9");
  }

  private static boolean startsWith(byte[] content, int first, int second) {
    return content.length >= 2 && content[0] == (byte) first && content[1] == (byte) second;
  }

  private static String utf8(byte[] content) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      return octets(content); // an older encoding: the rules compare octets anyway
    }
  }

  /** Keeps octets that are no UTF-8 by their percent encoding. */
  private static String octets(byte[] content) {
    String latin = new String(content, ISO_8859_1);
    StringBuilder text = new StringBuilder(latin.length());
    for (int i = latin.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0; i < latin.length(); i++) {
      char c = latin.charAt(i);
      if (c < 0x80) {
        text.append(c);
      } else {
        text.append('%').append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
      }
    }
    return text.toString();
  }

  private static boolean isNamelessAgent(String record) {
    int colon = record.indexOf(':');
    return colon == record.length() - 1
        && colon >= 0
        && record.substring(0, colon).strip().equalsIgnoreCase("user-agent");
  }

  private static boolean isWebPage(String records) {
    if (records.stripLeading().startsWith("<")) {
      return true;
    }
    String lower = records.toLowerCase(Locale.ROOT);
    return PAGE_TAGS.stream().anyMatch(lower::contains);
  }

  /** An image or a broken gzip stream is full of control characters; a file of rules has none. */
  private static boolean isText(String records) {
    long controls = records.chars().filter(c -> c < ' ' && c != '\n' && c != '\t').count();
    return controls * 20 <= records.length();
  }
}
