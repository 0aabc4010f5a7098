package org.vigie.text.finding;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.AlertLine;
import org.vigie.advert.Finding;

/**
 * How findings are said in one language.
 *
 * <p>A language is a file, {@code findings_fr.properties} beside this class: a key is a code and
 * its value a message in ICU's format; a key with a dot, such as {@code category.control}, is how a
 * value of an argument is said. What a language lacks is said in English. The names of warning
 * signs stand in a file of their own, {@code indicators_fr.properties}.
 */
public final class FindingWords {
  private static final String FILE = "findings";
  private static final String INDICATORS = "indicators";
  private static final char DOT = '.';
  private static final Pattern DECIMAL = Pattern.compile("(\\d)\\.(\\d)");

  /** Arguments that are numbers: others, such as versions, have points that are none of these. */
  private static final Set<String> NUMBERS = Set.of("amount", "risk", "probability");

  private static final String SIGN = "sign";

  /** Its code is said as the language's name (Unicode CLDR). */
  private static final String LANGUAGE = "language";

  private static final String NAME = "name";

  /** What a line lists, joined; each by its number from 1; and how many there are. */
  private static final String PARTS = "parts";

  private static final String PART = "part";

  private static final String COUNT = "count";
  private static final String ALL = "all";
  private static final String JOINT = "joint-of-parts";

  private static final FindingWords ENGLISH = builtIn(Locale.ENGLISH);

  private final Map<String, FindingMessage> messages = new HashMap<>();

  /** Argument → value → how it is said. */
  private final Map<String, Map<String, String>> values = new HashMap<>();

  private final UnaryOperator<String> signs;
  private final Locale locale;
  private final char point;

  private FindingWords(Locale language, Properties file, UnaryOperator<String> signs) {
    this.signs = signs;
    this.locale = language;
    this.point = DecimalFormatSymbols.getInstance(language).getDecimalSeparator();
    for (String key : file.stringPropertyNames()) {
      int dot = key.indexOf(DOT);
      if (dot > 0) {
        values
            .computeIfAbsent(key.substring(0, dot), argument -> new HashMap<>())
            .put(key.substring(dot + 1), file.getProperty(key));
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

  /** Returns a language that has files here. */
  public static FindingWords builtIn(Locale language) {
    Properties names = indicators(language);
    boolean stored = language.equals(Locale.ENGLISH);
    return of(language, file(language), id -> stored ? "" : names.getProperty(id, ""));
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
    return file(FILE, language);
  }

  /**
   * Returns the names of the taxonomy's rows in a language by their ids, and their meanings by the
   * ids with {@code .means}: in English what it lacks.
   */
  public static Properties indicators(Locale language) {
    return file(INDICATORS, language);
  }

  private static Properties file(String kind, Locale language) {
    boolean english = language.equals(Locale.ENGLISH);
    Properties file = english ? new Properties() : new Properties(file(kind, Locale.ENGLISH));
    try (InputStream in = FindingWords.class.getResourceAsStream(fileName(kind, language))) {
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
    return fileName(FILE, language);
  }

  private static String fileName(String kind, Locale language) {
    String ending = language.equals(Locale.ENGLISH) ? "" : "_" + language.getLanguage();
    return kind + ending + ".properties";
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
    String said = find(finding.code(), finding.arguments(), List.of());
    if (said == null) {
      throw unsaid(finding);
    }
    return said;
  }

  /** Says a line that this release made, as {@link #say(Finding)} does. */
  public String say(AlertLine line) {
    String said = find(line.code(), line.arguments(), line.parts());
    if (said == null) {
      throw unsaid(line.finding());
    }
    return said;
  }

  private static IllegalArgumentException unsaid(Finding finding) {
    return new IllegalArgumentException(
        "a finding must have a code of %s and all of its arguments, but was %s with %s"
            .formatted(
                fileName(Locale.ENGLISH),
                finding.code(),
                new TreeSet<>(finding.arguments().keySet())));
  }

  /**
   * Says a stored finding.
   *
   * @param text what to say if it has no code, or one of a later release
   */
  public String say(Finding finding, String text) {
    String said = find(finding.code(), finding.arguments(), List.of());
    return said == null ? text : said;
  }

  /** Says a stored line, as {@link #say(Finding, String)} does. */
  public String say(AlertLine line, String text) {
    String said = find(line.code(), line.arguments(), line.parts());
    return said == null ? text : said;
  }

  /** Returns whether a line can be said from its code. */
  public boolean knows(AlertLine line) {
    return find(line.code(), line.arguments(), line.parts()) != null;
  }

  /** Returns whether a finding can be said from its code. */
  public boolean knows(Finding finding) {
    return find(finding.code(), finding.arguments(), List.of()) != null;
  }

  /** Returns whether this language, or English, says the value of an argument. */
  public boolean knowsValue(String argument, String value) {
    return values.getOrDefault(argument, Map.of()).containsKey(value);
  }

  /**
   * Returns how the value of an argument is said; as it is if it is none that we know, but that a
   * number has the point of this language.
   */
  public String value(String argument, String value) {
    String said = values.getOrDefault(argument, Map.of()).get(value);
    return said != null
        ? said
        : argument.equals(LANGUAGE)
            ? Locale.of(value).getDisplayLanguage(locale)
            : number(argument, value);
  }

  /** A number may be inside of signs, such as {@code ≥ 0.5}. */
  private String number(String argument, String value) {
    return point != DOT && NUMBERS.contains(argument)
        ? DECIMAL.matcher(value).replaceAll("$1" + point + "$2")
        : value;
  }

  /** Returns how it is said, or nothing if a code is unknown or an argument missing. */
  private @Nullable String find(String code, Map<String, String> arguments, List<Finding> parts) {
    FindingMessage message = messages.get(code);
    if (message == null) {
      return null;
    }
    Map<String, String> filling = arguments;
    if (!parts.isEmpty() || message.arguments().contains(COUNT)) {
      List<String> listed = listed(parts);
      if (listed.size() < parts.size()) {
        return null;
      }
      filling = new HashMap<>(arguments);
      filling.put(PARTS, String.join(joint(code), listed));
      filling.put(COUNT, Integer.toString(listed.size()));
      for (int i = 0; i < listed.size(); i++) {
        filling.put(PART + (i + 1), listed.get(i));
      }
    }
    String own = ownName(arguments);
    return message.isFilledBy(filling)
        ? message.say(
            filling,
            (name, value) -> name.equals(NAME) && !own.isEmpty() ? own : value(name, value))
        : null;
  }

  /** Returns what this language calls the sign that a finding names, or empty. */
  private String ownName(Map<String, String> arguments) {
    String sign = arguments.get(SIGN);
    return sign == null ? "" : signs.apply(sign);
  }

  /** Returns how each is said, as far as the first that can't be. */
  private List<String> listed(List<Finding> parts) {
    List<String> listed = new ArrayList<>();
    for (Finding part : parts) {
      String said = find(part.code(), part.arguments(), List.of());
      if (said == null) {
        break;
      }
      listed.add(said);
    }
    return listed;
  }

  private String joint(String code) {
    Map<String, String> joints = values.getOrDefault(JOINT, Map.of());
    return joints.getOrDefault(code, joints.getOrDefault(ALL, ""));
  }
}
