package org.vigie.capture.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header fields of a mail or of one of its parts (RFC 5322, RFC 2047), the first of a name. */
record MimeHeaders(Map<String, String> fields) {
  private static final Pattern WORD =
      Pattern.compile(
          "=\\?([\\w.:-]{1,40})(?:\\*[^?]*)?\\?([bBqQ])\\?([^?]*)\\?=(?:\\s+(?==\\?))?");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("[EEE, ][EEE ]d MMM yyyy H:mm[:ss] [xx][zzz]", Locale.ENGLISH);

  static MimeHeaders parse(String head) {
    Map<String, String> fields = new HashMap<>();
    for (String line : head.replaceAll("\\r?\\n[ \\t]+", " ").split("\\r?\\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        fields.putIfAbsent(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    return new MimeHeaders(fields);
  }

  String raw(String name) {
    return fields.getOrDefault(name, "");
  }

  /** Returns a field with its encoded words decoded. */
  String text(String name) {
    Matcher words = WORD.matcher(raw(name));
    StringBuilder text = new StringBuilder();
    int end = 0;
    while (words.find()) {
      text.append(raw(name), end, words.start());
      text.append(decoded(words.group(1), words.group(2), words.group(3)));
      end = words.end();
    }
    return text.append(raw(name).substring(end)).toString();
  }

  private static String decoded(String charset, String encoding, String word) {
    byte[] bytes =
        encoding.equalsIgnoreCase("b") ? MimePart.base64(word) : quoted(word.replace('_', ' '));
    return new String(bytes, charset(charset, bytes));
  }

  /** Returns a charset by its name, or what bytes are taken for if there is none of that name. */
  static Charset charset(String name, byte[] bytes) {
    try {
      Charset named = name.isEmpty() ? StandardCharsets.US_ASCII : Charset.forName(name);
      boolean claimed =
          named.equals(StandardCharsets.US_ASCII) || named.equals(StandardCharsets.ISO_8859_1);
      // Latin 1 is what programs declare that don't know; few of its texts are valid UTF-8.
      return claimed ? Charsets.of(bytes) : named;
    } catch (IllegalArgumentException e) {
      return Charsets.of(bytes);
    }
  }

  /** Returns what quoted-printable text stands for (RFC 2045, section 6.7). */
  static byte[] quoted(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '=' && i + 2 < text.length() && hex(text, i + 1) >= 0) {
        out.write(hex(text, i + 1));
        i += 2;
      } else if (c == '=' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
        i++;
      } else if (c == '=' && text.startsWith("\r\n", i + 1)) {
        i += 2;
      } else {
        out.write(c);
      }
    }
    return out.toByteArray();
  }

  private static int hex(String text, int at) {
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  /** Returns a parameter of a field, such as the {@code boundary} of a content type, or empty. */
  String parameter(String field, String name) {
    Matcher quoted =
        Pattern.compile("(?i)[;\\s]" + name + "\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))")
            .matcher(raw(field));
    return quoted.find() ? (quoted.group(1) == null ? quoted.group(2) : quoted.group(1)) : "";
  }

  /** Returns the type of the content in lower case. */
  String type() {
    String type = raw("content-type").split("[;\\s]", 2)[0].toLowerCase(Locale.ROOT);
    return type.isEmpty() ? "text/plain" : type;
  }

  /** Returns when it was sent, or null if it doesn't say. */
  @Nullable Instant date() {
    String date = withoutComment(raw("date")).replaceAll("\\s+", " ").strip();
    try {
      return OffsetDateTime.parse(date, DATE).toInstant();
    } catch (DateTimeException e) {
      try {
        return java.time.ZonedDateTime.parse(date, DATE).toInstant();
      } catch (DateTimeException f) {
        return null;
      }
    }
  }

  private static String withoutComment(String date) {
    int open = date.indexOf('(');
    int close = date.lastIndexOf(')');
    return open >= 0 && close > open ? date.substring(0, open) + date.substring(close + 1) : date;
  }

  /** Returns the name in front of an address in angles, as fields of people have it. */
  static String withoutAddress(String person) {
    StringBuilder name = new StringBuilder();
    int at = 0;
    for (int open = person.indexOf('<'); open >= 0; open = person.indexOf('<', at)) {
      int close = person.indexOf('>', open);
      if (close < 0) {
        break;
      }
      name.append(person, at, open);
      at = close + 1;
    }
    return name.append(person, at, person.length()).toString().replace("\"", "");
  }

  static byte[] decode64(String text) {
    return Base64.getMimeDecoder().decode(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
