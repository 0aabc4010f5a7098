package org.vigie.capture.extract.markup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the charset of a page: byte order mark, then HTTP header, then the page's own declaration,
 * then the bytes themselves. A label that is not known counts as none, and so does a page's own
 * UTF-8 that its bytes contradict.
 */
public final class CharsetSniffer {
  /**
   * Four times as far as the HTML standard has browsers look: some pages begin with a long comment.
   */
  private static final int PRESCAN_BYTES = 4_096;

  /** Detection looks no further: enough for hundreds of words. */
  private static final int DETECT_BYTES = 65_536;

  /** Decoded at once when looking whether a page is UTF-8. */
  private static final int CHUNK_CHARS = 8_192;

  private CharsetSniffer() {}

  /** Returns the charset of a page: what its mark, the server or itself says, else a guess. */
  public static Charset charset(byte[] bytes, String contentType) {
    Charset marked = byteOrderMark(bytes);
    if (marked != null) {
      return marked;
    }
    String label = label(contentType);
    Charset sent = isUtf16(label) ? utf16(bytes) : charset(label);
    if (sent != null) {
      return sent;
    }
    int length = Math.min(bytes.length, PRESCAN_BYTES);
    Charset own = charset(label(new String(bytes, 0, length, ISO_8859_1)));
    return own == null || (own.equals(UTF_8) && isHardlyUtf8(bytes)) ? detect(bytes) : own;
  }

  /**
   * Returns whether more octets contradict UTF-8 than there are characters beyond ASCII in it: a
   * page that calls itself UTF-8 was saved anew in another charset. One that was damaged in places
   * has many such characters.
   */
  private static boolean isHardlyUtf8(byte[] b) {
    int characters = 0;
    int others = 0;
    for (int i = 0; i < b.length; i++) {
      if (b[i] < 0) {
        int length = characterLength(b, i);
        characters += length > 0 ? 1 : 0;
        others += length > 0 ? 0 : 1;
        i += Math.max(0, length - 1);
      }
    }
    return others > characters;
  }

  /** Returns how many octets a character beyond ASCII has that begins at one; 0 if none does. */
  private static int characterLength(byte[] b, int start) {
    int lead = b[start] & 0xff;
    int length = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : 4;
    if (lead < 0xc2 || lead > 0xf4) {
      return 0;
    }
    for (int i = start + 1; i < start + length; i++) {
      if (i >= b.length) {
        return length; // a page that was cut may end within a character
      }
      if ((b[i] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return length;
  }

  private static @Nullable Charset byteOrderMark(byte[] b) {
    if (b.length >= 3 && b[0] == (byte) 0xef && b[1] == (byte) 0xbb && b[2] == (byte) 0xbf) {
      return UTF_8;
    }
    if (b.length >= 2 && b[0] == (byte) 0xfe && b[1] == (byte) 0xff) {
      return UTF_16BE;
    }
    return b.length >= 2 && b[0] == (byte) 0xff && b[1] == (byte) 0xfe ? UTF_16LE : null;
  }

  /** Returns how many bytes a page's byte order mark has: none as a rule. */
  static int byteOrderMarkLength(byte[] bytes) {
    Charset marked = byteOrderMark(bytes);
    return marked == null ? 0 : marked.equals(UTF_8) ? 3 : 2;
  }

  /**
   * Returns which UTF-16 a page without a mark is in, or null if in none: markup begins with {@code
   * <}, one octet of which is zero (as HTML standard, section 13.2.3.2, has it for XML).
   */
  public static @Nullable Charset utf16(byte[] b) {
    if (b.length >= 2 && b[0] == '<' && b[1] == 0) {
      return UTF_16LE;
    }
    return b.length >= 2 && b[0] == 0 && b[1] == '<' ? UTF_16BE : null;
  }

  /** Reads the first {@code charset=} or XML {@code encoding=}; empty if there is none. */
  private static String label(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int at = lower.indexOf("charset=");
    int length = "charset=".length();
    if (at < 0 && lower.stripLeading().startsWith("<?xml")) {
      at = lower.indexOf("encoding=");
      length = "encoding=".length();
    }
    if (at < 0) {
      return "";
    }
    int start = at + length;
    while (start < lower.length() && "\"' ".indexOf(lower.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < lower.length() && isLabel(lower.charAt(end))) {
      end++;
    }
    return lower.substring(start, end);
  }

  private static boolean isLabel(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "-_:.+".indexOf(c) >= 0;
  }

  private static boolean isUtf16(String label) {
    return label.startsWith("utf-16") || label.startsWith("utf16");
  }

  /**
   * As browsers do, ISO 8859-1 and ASCII mean Windows-1252; UTF-16 in a page that could be read so
   * far is a lie.
   */
  private static @Nullable Charset charset(String label) {
    if (isUtf16(label)) {
      return UTF_8;
    }
    if (label.equals("iso-8859-1") || label.equals("latin1") || label.equals("us-ascii")) {
      return Charset.forName("windows-1252");
    }
    if (label.startsWith("iso-8859-8-")) { // Java doesn't know either of its two orders
      return Charset.forName("windows-1255");
    }
    try {
      return label.isEmpty() ? null : Charset.forName(label);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null; // an unknown label goes to the detector
    }
  }

  /**
   * Returns UTF-8 for whatever is valid UTF-8, else one of the two commonest single-byte charsets:
   * Cyrillic words are long runs of high bytes, accents in Latin words are mostly alone.
   */
  private static Charset detect(byte[] bytes) {
    Charset wide = utf16(bytes);
    if (wide != null) {
      return wide;
    }
    if (isUtf8(bytes)) {
      return UTF_8;
    }
    int high = 0;
    int runs = 0;
    for (int i = 0; i < Math.min(bytes.length, DETECT_BYTES); i++) {
      if (bytes[i] < 0) {
        high++;
        runs += i == 0 || bytes[i - 1] >= 0 ? 1 : 0;
      }
    }
    boolean cyrillic = runs > 0 && high >= 3 * runs;
    return Charset.forName(cyrillic ? "windows-1251" : "windows-1252");
  }

  private static boolean isUtf8(byte[] bytes) {
    CharsetDecoder decoder = UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(CHUNK_CHARS);
    CoderResult result;
    do {
      // Not at the end of input: a page that was cut may end within a character.
      result = decoder.decode(in, out.clear(), false);
    } while (result.isOverflow());
    return !result.isError();
  }
}
