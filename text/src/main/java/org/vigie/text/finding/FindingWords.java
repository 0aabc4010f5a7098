package org.vigie.text.finding;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.vigie.advert.AlertLine;
import org.vigie.advert.Finding;

/**
 * How findings are said in one language.
 *
 * <p>A language is a file, {@code findings_fr.properties} beside this class: a key is a code and
 * its value a message in ICU's format; a key with a dot, such as {@code category.control}, is how a
 * value of an argument is said. What a language lacks is said in English.
 */
public final class FindingWords {
  private static final String FILE = "findings";
  private static final String DOT = ".";
  private static final String SIGN = "sign";
  private static final String NAME = "name";

  /** What a line lists, joined; and how many there are. */
  private static final String PARTS = "parts";

  private static final String COUNT = "count";
  private static final String JOINT = ".joint";

  private static final FindingWords ENGLISH = builtIn(Locale.ENGLISH);

  private final Map<String, FindingMessage> messages = new HashMap<>();
  private final Map<String, String> values = new HashMap<>();
  private final UnaryOperator<String> signs;

  private FindingWords(Locale language, Properties file, UnaryOperator<String> signs) {
    this.signs = signs;
    for (String key : file.stringPropertyNames()) {
      if (key.contains(DOT)) {
        values.put(key, file.getProperty(key));
      } else {
        messages.put(key, message(key, file.getProperty(key), language));
      }
    }
  }

  private static FindingMessage message(String code, String text, Locale language) {
    try {
      return new FindingMessage(text, language);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the message %s in %s must be a message format, but: %s"
              .formatted(code, fileName(language), e.getMessage()),
          e);
    }
  }

  /** Returns English, in which findings are stored beside their codes. */
  public static FindingWords english() {
    return ENGLISH;
  }

  /** Returns a language that has a file here. */
  public static FindingWords builtIn(Locale language) {
    return of(language, file(language), id -> "");
  }

  /**
   * Returns a language.
   *
   * @param file its messages
   * @param signs id of a warning sign → its name in this language, or empty if it is stored so
   * @throws IllegalArgumentException if a message can't be understood
   */
  public static FindingWords of(Locale language, Properties file, UnaryOperator<String> signs) {
    return new FindingWords(language, file, signs);
  }

  /** Returns the messages of a language: in English what it lacks, or all if it has no file. */
  public static Properties file(Locale language) {
    boolean english = language.equals(Locale.ENGLISH);
    Properties file = english ? new Properties() : new Properties(file(Locale.ENGLISH));
    try (InputStream in = FindingWords.class.getResourceAsStream(fileName(language))) {
      if (in != null) {
        file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /** Returns what the file of a language is called. */
  public static String fileName(Locale language) {
    String ending = language.equals(Locale.ENGLISH) ? "" : "_" + language.getLanguage();
    return FILE + ending + ".properties";
  }

  /** Returns all codes. */
  public Set<String> codes() {
    return new TreeSet<>(messages.keySet());
  }

  /**
   * Says a finding that this release made.
   *
   * @throws IllegalArgumentException if its code has no message, or its message lacks an argument
   */
  public String say(Finding finding) {
    return say(AlertLine.of(finding));
  }

  /** Says a line that this release made, as {@link #say(Finding)} does. */
  public String say(AlertLine line) {
    return find(line)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "a finding must have a code of %s and all of its arguments, but was %s with %s"
                    .formatted(fileName(Locale.ENGLISH), line.code(), line.arguments().keySet())));
  }

  /**
   * Says a stored finding.
   *
   * @param text what to say if it has no code, or one of a later release
   */
  public String say(Finding finding, String text) {
    return finding.isEmpty() ? text : find(AlertLine.of(finding)).orElse(text);
  }

  /** Says a stored line, as {@link #say(Finding, String)} does. */
  public String say(AlertLine line, String text) {
    return find(line).orElse(text);
  }

  /** Returns whether a line can be said from its code. */
  public boolean knows(AlertLine line) {
    return find(line).isPresent();
  }

  /** Returns how the value of an argument is said; as it is if it is none that we know. */
  public String value(String argument, String value) {
    return values.getOrDefault(argument + DOT + value, value);
  }

  private Optional<String> find(AlertLine line) {
    FindingMessage message = messages.get(line.code());
    if (message == null) {
      return Optional.empty();
    }
    Map<String, String> filling = said(line.arguments());
    if (!line.parts().isEmpty() || message.arguments().contains(COUNT)) {
      Optional<String> parts = parts(line);
      if (parts.isEmpty()) {
        return Optional.empty();
      }
      filling.put(PARTS, parts.get());
      filling.put(COUNT, Integer.toString(line.parts().size()));
    }
    return message.isFilledBy(filling) ? Optional.of(message.say(filling)) : Optional.empty();
  }

  private Map<String, String> said(Map<String, String> arguments) {
    Map<String, String> said = new TreeMap<>();
    arguments.forEach((name, value) -> said.put(name, value(name, value)));
    String sign = arguments.getOrDefault(SIGN, "");
    String own = sign.isEmpty() ? "" : signs.apply(sign);
    if (!own.isEmpty() && said.containsKey(NAME)) {
      said.put(NAME, own);
    }
    return said;
  }

  private Optional<String> parts(AlertLine line) {
    List<String> parts = new ArrayList<>();
    for (Finding part : line.parts()) {
      Optional<String> said = find(AlertLine.of(part));
      if (said.isEmpty()) {
        return Optional.empty();
      }
      parts.add(said.get());
    }
    String joint = values.getOrDefault(line.code() + JOINT, values.getOrDefault("all" + JOINT, ""));
    return Optional.of(String.join(joint, parts));
  }
}
