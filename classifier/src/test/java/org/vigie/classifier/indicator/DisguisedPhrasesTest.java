package org.vigie.classifier.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Indicator;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.image.ModelImage;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

/** Every phrase of every lexicon, written past machines. */
class DisguisedPhrasesTest {
  private static final long SEED = 20_261_125L;

  /** Shorter phrases, in letters, are met by chance. */
  private static final int SHORTEST = 4;

  private static final String[] SIGNS = {
    "a4", "a@", "e3", "i1", "i!", "l1", "o0", "s5", "s$", "t7", "b8", "g9", "а4", "е3", "з3", "о0",
    "и1", "і1", "б6", "в8", "с5", "т7", "α4", "ε3", "ι1", "ο0", "σ5", "τ7", "β8"
  };

  private static Taxonomy taxonomy;
  private static PhraseFinder finder;
  private static Lexicon lexicon;

  @BeforeAll
  static void load() throws IOException {
    taxonomy = Taxonomy.load(ModelsFolder.path());
    finder = PhraseFinder.load(ModelsFolder.path(), taxonomy, Optional.empty(), ModelImage.none());
    lexicon = Lexicon.load(ModelsFolder.path(), taxonomy.ids());
  }

  @Test
  void findsEachPhraseOfEachLanguageInEachDisguise() {
    Map<String, List<String>> missed = new TreeMap<>();
    int tried = 0;
    for (var disguise : disguises().entrySet()) {
      Random random = new Random(SEED);
      for (Lexicon.Phrase phrase : lexicon.phrases()) {
        String plain = phrase.text().replace("*", "");
        String written = disguise.getValue().apply(plain, random);
        if (!written.equals(plain) && letters(plain) >= SHORTEST && !phrase.besideAmount()) {
          tried++;
          if (!isFound(phrase, written)) {
            missed
                .computeIfAbsent(disguise.getKey(), k -> new ArrayList<>())
                .add(phrase.indicator() + " " + phrase.language() + " '" + written + "'");
          }
        }
      }
    }
    assertThat(tried).isGreaterThan(10_000);
    assertThat(missed).as("seed %d", SEED).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a r3gi5tr4t1on f3e of 50 | r3gi5tr4t1on f3e | 1",
        "a registr@tion f€e of 50 | registr@tion f€e | 1",
        "charge a r.e.g.i.s.t.r.a.t.i.o.n f.e.e of 50 | r.e.g.i.s.t.r.a.t.i.o.n f.e.e | 1",
        "for r e g i s t r a t i o n  f e e | r e g i s t r a t i o n  f e e | 1",
        "w e w a n t r e g i s t r a t i o n f e e n o w | r e g i s t r a t i o n f e e | 1",
        "regiiiistration feeeee | regiiiistration feeeee | 1",
        "r3giiiistration f e e | r3giiiistration f e e | 3",
        "r\u200B3gistration fee | r\u200B3gistration fee | 2",
        "registr\u0430tion fee | registr\u0430tion fee | 1"
      })
  void pointsIntoTheTextAsItWasAndTellsTheCost(String text, String written, int steps) {
    Indicator indicator = find(text).get("RC-06");

    assertThat(indicator.spans()).extracting(span -> span.of(text)).containsExactly(written);
    assertThat(indicator.detail())
        .endsWith(", readable only after " + steps + (steps == 1 ? " step" : " steps"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n0 r3gistration fee",
        "we charge no r e g i s t r a t i o n  f e e",
        "n.o r.e.g.i.s.t.r.a.t.i.o.n f.e.e",
        "report human trafficking: \u00ABr3gistration fee\u00BB",
        "registration at 3pm, fee 50, e.g. for B2B and 24h or 1st class, U.S.A."
      })
  void countsNothingThatIsDeniedOrQuotedOrNotThere(String text) {
    assertThat(find(text)).doesNotContainKey("RC-06");
  }

  private static boolean isFound(Lexicon.Phrase phrase, String written) {
    String text = "Now: " + written + ".";
    Indicator indicator = find(text).get(phrase.indicator());
    return indicator != null
        && indicator.spans().stream().anyMatch(s -> s.start() >= 5 && s.length() > 0);
  }

  private static Map<String, Indicator> find(String text) {
    NormalizedText normalized = NormalizedText.of(text);
    return finder.find(normalized, Words.of(normalized), List.of(), taxonomy);
  }

  private static Map<String, BiFunction<String, Random, String>> disguises() {
    Map<String, BiFunction<String, Random, String>> all = new TreeMap<>();
    all.put("signs for letters", DisguisedPhrasesTest::signs);
    all.put("letters repeated", DisguisedPhrasesTest::repeated);
    all.put("letters with spaces", (t, r) -> apart(t, " ", "  "));
    all.put("letters with spaces, no gap between words", (t, r) -> allApart(t));
    all.put("letters with dots", (t, r) -> apart(t, ".", " "));
    all.put("letters with dashes", (t, r) -> apart(t, "-", "  "));
    return all;
  }

  /** At least one letter that a sign may stand for, and half of them, in words of letters alone. */
  private static String signs(String text, Random random) {
    StringBuilder out = new StringBuilder(text);
    boolean any = false;
    for (int i = 0; i < text.length(); i++) {
      String sign = signFor(text.charAt(i), random);
      boolean first = i == 0 || text.charAt(i - 1) == ' ';
      boolean last = i + 1 == text.length() || text.charAt(i + 1) == ' ';
      boolean inside = !first && !last;
      if (!sign.isEmpty() && inside && (!any || random.nextBoolean())) {
        out.setCharAt(i, sign.charAt(0));
        any = true;
      }
    }
    return out.toString();
  }

  private static String signFor(char letter, Random random) {
    List<String> signs = new ArrayList<>();
    for (String pair : SIGNS) {
      if (pair.charAt(0) == letter) {
        signs.add(pair.substring(1));
      }
    }
    return signs.isEmpty() ? "" : signs.get(random.nextInt(signs.size()));
  }

  /** One letter of each word of three and more stands three to five times. */
  private static String repeated(String text, Random random) {
    StringBuilder out = new StringBuilder();
    for (String word : text.split(" ")) {
      int at = word.length() < 3 ? -1 : random.nextInt(word.length());
      out.append(out.isEmpty() ? "" : " ");
      for (int i = 0; i < word.length(); i++) {
        boolean again = i == at && Character.isLetter(word.charAt(i));
        out.append(String.valueOf(word.charAt(i)).repeat(again ? 3 + random.nextInt(3) : 1));
      }
    }
    return out.toString();
  }

  /** Every letter and digit by itself; nothing tells where words begin. */
  private static String allApart(String text) {
    long letters = text.chars().filter(Character::isLetter).count();
    if (2 * letters <= letters(text)) {
      return text; // mostly digits are none
    }
    return String.join(" ", text.replace(" ", "").replace("ß", "ss").split(""));
  }

  /** Words of three letters and more with something between their letters. */
  private static String apart(String text, String between, String gap) {
    StringBuilder out = new StringBuilder();
    for (String word : text.split(" ")) {
      // A sharp s is folded to two letters, which stand together.
      boolean whole =
          word.length() < 3 || word.contains("ß") || !word.chars().allMatch(Character::isLetter);
      out.append(out.isEmpty() ? "" : gap);
      out.append(whole ? word : String.join(between, word.split("")));
    }
    return out.toString();
  }

  private static long letters(String text) {
    return text.chars().filter(Character::isLetterOrDigit).count();
  }
}
