package org.vigie.exchange.evidence;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.advert.Indicator;
import org.vigie.advert.Reason;
import org.vigie.files.failure.UserError;
import org.vigie.text.finding.FindingWords;
import org.vigie.text.finding.ReasonLines;
import org.vigie.text.finding.SignLines;
import org.vigie.text.finding.WrittenLanguages;

/** The sentences of a report in one language. */
public final class ReportWords {
  /** The languages that there are reports in. */
  public static final List<Locale> LANGUAGES =
      WrittenLanguages.withEnglish(code -> ReportWords.class.getResource(fileName(code)) != null);

  private static final String OPINION = "opinion-";

  private final Properties words = new Properties();
  private final FindingWords findings;
  private final Properties meanings;

  ReportWords(Locale language) {
    this.findings = FindingWords.builtIn(language);
    this.meanings = FindingWords.indicators(language);
    String file = fileName(language.getLanguage());
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(ReportWords.class.getResourceAsStream(file), file),
            StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new IllegalStateException("the program must be readable: " + file, e);
    }
  }

  private static String fileName(String code) {
    return "report." + code + ".properties";
  }

  /**
   * Returns the language that a code names.
   *
   * @throws UserError if there are no reports in it
   */
  public static Locale language(String code) {
    return LANGUAGES.stream()
        .filter(language -> language.getLanguage().equals(code))
        .findFirst()
        .orElseThrow(() ->
            UserError.ofUsage(
                "--language must be %s, but was another one"
                    .formatted(
                        LANGUAGES.stream()
                            .map(Locale::getLanguage)
                            .collect(Collectors.joining(" or ")))));
  }

  /** Returns a sentence with its gaps filled; all keys are in all languages. */
  String say(String key, Object... values) {
    String sentence = words.getProperty(key);
    if (sentence == null) {
      throw new IllegalStateException("a report needs words for " + key + ", but has none");
    }
    return String.format(Locale.ROOT, sentence, values);
  }

  /** Says the value of an argument of findings, such as the channel {@code job-board}. */
  String value(String argument, String value) {
    return findings.value(argument, value);
  }

  /** Names a sign, with grade and category. */
  String sign(Indicator sign) {
    return "%s %s (%s, %s)"
        .formatted(
            sign.id(),
            findings.say(SignLines.name(sign)),
            sign.grade().symbol(),
            findings.value("category", sign.category()));
  }

  /** Says what a sign means; by its name alone if it is no row that we know. */
  String meaning(Indicator sign) {
    String name = sign.id() + " " + findings.say(SignLines.name(sign));
    String meaning = meanings.getProperty(sign.id() + ".means", "");
    return meaning.isEmpty() ? name : name + words.getProperty("colon") + meaning;
  }

  /** Says a reason behind what it adds to the log-odds. */
  String reason(Reason reason) {
    return findings.say(ReasonLines.weighed(reason));
  }

  /** Says what a person judged; a label of a later release as it is. */
  String opinion(String label) {
    return words.getProperty(OPINION + label, label);
  }

  /** Returns the keys that there are words for. */
  Set<String> keys() {
    return words.stringPropertyNames();
  }
}
