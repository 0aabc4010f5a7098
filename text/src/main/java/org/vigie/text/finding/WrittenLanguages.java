package org.vigie.text.finding;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The languages in which words of one kind are written: those that have a file of them. */
public final class WrittenLanguages {
  private WrittenLanguages() {}

  /**
   * Returns English, then each other language by its code whose file is there.
   *
   * @param hasFile whether there is a file of a language's code (ISO 639-1), such as {@code fr}
   */
  public static List<Locale> withEnglish(Predicate<String> hasFile) {
    Stream<Locale> others =
        Stream.of(Locale.getISOLanguages())
            .map(Locale::of)
            .filter(language ->
                !language.equals(Locale.ENGLISH) && hasFile.test(language.getLanguage()));
    return Stream.concat(Stream.of(Locale.ENGLISH), others).toList();
  }

  /** Returns the languages in which findings are said. */
  public static List<Locale> ofFindings() {
    return withEnglish(
        code -> WrittenLanguages.class.getResource(FindingWords.fileName(Locale.of(code))) != null);
  }
}
