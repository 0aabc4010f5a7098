package org.vigie.classifier.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Indicator;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.Taxonomy;
import org.vigie.text.FuzzedText;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/**
 * The automaton finds what trying every phrase at every word finds, for any phrases and any text;
 * the indicators of the lexicons stand in the text.
 */
class PhraseAutomatonFuzzTest {
  /** More phrases or longer ones only slow the search for a difference down. */
  private static final int MAX_PHRASES = 12;

  private static final int MAX_PATTERNS = 6;

  private static IndicatorFinder finder;

  @BeforeAll
  static void load() throws IOException {
    finder = IndicatorFinder.load(ModelsFolder.path(), Taxonomy.load(ModelsFolder.path()));
  }

  /** The input is phrases, one a line, a line of {@code =}, and a text. */
  @FuzzTest(maxDuration = "10m")
  void findsWhatTryingEveryPhraseAtEveryWordFinds(byte[] bytes) {
    String input = FuzzedText.of(bytes);
    int seam = input.indexOf("\n=\n");
    String body = seam < 0 ? input : input.substring(seam + 3);
    NormalizedText text = NormalizedText.of(body);
    List<Word> words = Words.of(text);

    if (seam >= 0) {
      List<List<String>> phrases = phrases(input.substring(0, seam));
      List<String> written = phrases.stream().map(p -> String.join(" ", p)).toList();
      assertThat(sorted(PhraseAutomaton.of(written).find(words)))
          .isEqualTo(sorted(everywhere(phrases, words)));
    }
    if (!body.isBlank()) {
      checkIndicators(body, text, words);
    }
  }

  private static void checkIndicators(String body, NormalizedText text, List<Word> words) {
    Advert advert = Advert.builder(Channel.FILE, "fuzz", Instant.EPOCH).body(body).build();
    for (Indicator indicator : finder.find(advert, text, words, List.of())) {
      for (var span : indicator.spans()) {
        assertThat(span.start()).isBetween(0, body.length() - 1);
        assertThat(span.end()).isBetween(span.start() + 1, body.length());
      }
    }
  }

  /**
   * Each phrase as its words, in the letters that are compared, the last of a part a stem or not.
   */
  private static List<List<String>> phrases(String lines) {
    List<List<String>> phrases = new ArrayList<>();
    for (String line : lines.lines().limit(MAX_PHRASES).toList()) {
      List<String> patterns = new ArrayList<>();
      for (String part : line.split("[ \\t]+")) {
        List<Word> words = Words.of(NormalizedText.of(part));
        for (int i = 0; i < words.size() && patterns.size() < MAX_PATTERNS; i++) {
          boolean stem = part.endsWith("*") && i == words.size() - 1;
          patterns.add(words.get(i).text() + (stem ? "*" : ""));
        }
      }
      // What is compared may be no word of its own, as where a mark stands alone.
      patterns.removeIf(p -> !isWord(p));
      if (!patterns.isEmpty()) {
        phrases.add(patterns);
      }
    }
    return phrases;
  }

  private static boolean isWord(String pattern) {
    String word = pattern.endsWith("*") ? pattern.substring(0, pattern.length() - 1) : pattern;
    List<Word> words = Words.of(NormalizedText.of(word));
    return words.size() == 1 && words.getFirst().text().equals(word);
  }

  private static List<PhraseAutomaton.Hit> everywhere(
      List<List<String>> phrases, List<Word> words) {
    List<PhraseAutomaton.Hit> hits = new ArrayList<>();
    for (int phrase = 0; phrase < phrases.size(); phrase++) {
      int length = phrases.get(phrase).size();
      for (int first = 0; first + length <= words.size(); first++) {
        if (standsAt(phrases.get(phrase), words.subList(first, first + length))) {
          hits.add(new PhraseAutomaton.Hit(phrase, first, first + length - 1));
        }
      }
    }
    return hits;
  }

  private static boolean standsAt(List<String> patterns, List<Word> words) {
    for (int i = 0; i < patterns.size(); i++) {
      String pattern = patterns.get(i);
      String word = words.get(i).text();
      boolean matches =
          pattern.endsWith("*")
              ? word.startsWith(pattern.substring(0, pattern.length() - 1))
              : word.equals(pattern);
      if (!matches) {
        return false;
      }
    }
    return words.getFirst().clause() == words.getLast().clause();
  }

  private static List<PhraseAutomaton.Hit> sorted(List<PhraseAutomaton.Hit> hits) {
    return hits.stream()
        .sorted(
            Comparator.comparingInt(PhraseAutomaton.Hit::lastWord)
                .thenComparingInt(PhraseAutomaton.Hit::phrase))
        .toList();
  }
}
