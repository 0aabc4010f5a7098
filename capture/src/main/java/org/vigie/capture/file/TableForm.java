package org.vigie.capture.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a text or a table is written, as far as a person says so; the rest is guessed.
 *
 * @param encoding charset of texts; null if it is guessed
 * @param separator what parts the values of a row; null if it is guessed
 */
public record TableForm(@Nullable Charset encoding, @Nullable Character separator) {
  private static final Map<String, Character> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("comma", ',');
    NAMES.put("semicolon", ';');
    NAMES.put("tab", '\t');
    NAMES.put("pipe", '|');
    NAMES.put("space", ' ');
  }

  /** Returns that nobody said anything. */
  public static TableForm guessed() {
    return new TableForm(null, null);
  }

  /**
   * Returns what a person typed; empty where nothing was.
   *
   * @throws IllegalArgumentException if no charset or separator has that name; says which have
   */
  public static TableForm typed(String encoding, String separator) {
    return new TableForm(charset(encoding.strip()), separator(separator));
  }

  /** Returns whether a person said anything. */
  public boolean isTold() {
    return encoding != null || separator != null;
  }

  /**
   * Returns a text without its byte order mark.
   *
   * @throws IOException if a person named a charset and the bytes aren't in it
   */
  String decode(byte[] bytes) throws IOException {
    Charset told = encoding;
    if (told == null) {
      return Charsets.decode(bytes);
    }
    try {
      String text =
          told.newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IOException(
          "a file must be in the encoding that --encoding names, but isn't in " + told.name(), e);
    }
  }

  /** Returns what a separator is called: by its name, or as it is. */
  public static String name(char separator) {
    return NAMES.entrySet().stream()
        .filter(entry -> entry.getValue() == separator)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() -> "'" + separator + "'");
  }

  private static @Nullable Charset charset(String name) {
    if (name.isEmpty()) {
      return null;
    }
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) { // no such name, or no name at all
      throw new IllegalArgumentException(
          "must be a charset such as utf-8, windows-1251, iso-8859-2, shift_jis or gb18030, but was '"
              + name
              + "'",
          e);
    }
  }

  private static @Nullable Character separator(String word) {
    if (word.isEmpty()) {
      return null;
    }
    Character named = word.equals("\\t") ? Character.valueOf('\t') : NAMES.get(word);
    if (named != null) {
      return named;
    }
    char first = word.charAt(0);
    boolean parts =
        first != '"' && first != '\n' && first != '\r' && !Character.isLetterOrDigit(first);
    if (word.length() != 1 || !parts || Character.isSurrogate(first)) {
      throw new IllegalArgumentException(
          "must be one of %s, or one sign that is no letter, digit, quote or line break, but was '%s'"
              .formatted(String.join(", ", NAMES.keySet()), word));
    }
    return first;
  }
}
