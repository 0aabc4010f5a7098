package org.vigie.capture.file;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The charset of a text that doesn't declare one. */
final class Charsets {
  /** ICU looks at no more. */
  private static final int SAMPLE = 64 << 10;

  private Charsets() {}

  /** Returns a text without its byte order mark. */
  static String decode(byte[] bytes) {
    String text = new String(bytes, of(bytes));
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /**
   * Returns the charset: by a mark, by zero bytes, UTF-8 if it is valid, or what ICU takes it for.
   */
  static Charset of(byte[] bytes) {
    Charset wide = utf32(bytes);
    if (wide != null) {
      return wide;
    }
    if (startsWith(bytes, 0xff, 0xfe)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(bytes, 0xfe, 0xff)) {
      return StandardCharsets.UTF_16BE;
    }
    int length = Math.min(bytes.length, 2_000);
    int even = 0;
    int odd = 0;
    for (int i = 0; i < length; i++) {
      even += bytes[i] == 0 && i % 2 == 0 ? 1 : 0;
      odd += bytes[i] == 0 && i % 2 == 1 ? 1 : 0;
    }
    if (odd * 5 > length || even * 5 > length) {
      return odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
    // Where letters aren't Latin, blanks and ends of lines alone have a zero.
    if (even == 0 && odd > 0 && isOneScript(bytes, StandardCharsets.UTF_16LE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (odd == 0 && even > 0 && isOneScript(bytes, StandardCharsets.UTF_16BE)) {
      return StandardCharsets.UTF_16BE;
    }
    return isUtf8(bytes) ? StandardCharsets.UTF_8 : guessed(bytes);
  }

  /** Returns which UTF-32 a text is in, by its mark or by the zeros in each letter; else null. */
  private static @Nullable Charset utf32(byte[] bytes) {
    if (startsWith(bytes, 0xff, 0xfe) && bytes.length > 3 && bytes[2] == 0 && bytes[3] == 0) {
      return Charset.forName("UTF-32LE");
    }
    int letters = Math.min(bytes.length, 2_000) / 4;
    int big = 0;
    int little = 0;
    for (int i = 0; i < letters; i++) {
      // Its planes are 17, and most text stands in the first.
      boolean first = bytes[4 * i] == 0 && bytes[4 * i + 1] == 0;
      boolean last = bytes[4 * i + 2] == 0 && bytes[4 * i + 3] == 0;
      big += first && !last ? 1 : 0;
      little += last && !first ? 1 : 0;
    }
    if (letters < 2 || Math.max(big, little) * 10 < letters * 9) {
      return null;
    }
    return Charset.forName(little > big ? "UTF-32LE" : "UTF-32BE");
  }

  /**
   * Returns whether nearly all letters of a text are of one script, as they are if it is decoded.
   */
  private static boolean isOneScript(byte[] bytes, Charset charset) {
    String text = new String(bytes, 0, Math.min(bytes.length, 2_000) & ~1, charset);
    Map<Character.UnicodeScript, Integer> scripts = new EnumMap<>(Character.UnicodeScript.class);
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 && Character.isLetter(c)) {
        letters++;
        scripts.merge(Character.UnicodeScript.of(c), 1, Integer::sum);
      } else if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
        return false;
      }
    }
    int most = scripts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return letters * 2 > text.length() && most * 10 >= letters * 9;
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
  }

  /** A sample may end within a letter. */
  private static boolean isUtf8(byte[] bytes) {
    for (int cut = 0; cut < Math.min(4, bytes.length + 1); cut++) {
      try {
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes, 0, bytes.length - cut));
        return true;
      } catch (CharacterCodingException e) {
        // tried without the last byte
      }
    }
    return false;
  }

  private static Charset guessed(byte[] bytes) {
    CharsetDetector detector = new CharsetDetector();
    detector.setText(Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE)));
    CharsetMatch match = detector.detect();
    String name = match == null ? "" : match.getName();
    if (name.startsWith("ISO-8859-8")) { // Java doesn't know Hebrew in the order of its sounds
      return Charset.forName("windows-1255");
    }
    boolean known = !name.isEmpty() && Charset.isSupported(name);
    Charset charset = Charset.forName(known ? name : "windows-1252");
    // What is declared or taken for Latin 1 is written on Windows (WHATWG Encoding, section 4.2).
    return charset.equals(StandardCharsets.ISO_8859_1) ? Charset.forName("windows-1252") : charset;
  }

  /** Returns whether bytes are text of some charset: a zero byte stands in UTF-16 alone. */
  static boolean isText(byte[] bytes) {
    Charset charset = of(bytes);
    if (charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")) {
      return true;
    }
    int controls = 0;
    int length = Math.min(bytes.length, 4_000);
    for (int i = 0; i < length; i++) {
      int b = bytes[i];
      if (b == 0) {
        return false;
      }
      controls +=
          b > 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != 0x1b && b != '\f' ? 1 : 0;
    }
    return controls * 50 <= length;
  }
}
