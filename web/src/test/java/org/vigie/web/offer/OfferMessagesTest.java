package org.vigie.web.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vigie.classifier.sign.Family;

class OfferMessagesTest {
  private static final Map<String, UnicodeScript> SCRIPTS =
      Map.of(
          "bg", UnicodeScript.CYRILLIC,
          "ru", UnicodeScript.CYRILLIC,
          "uk", UnicodeScript.CYRILLIC,
          "ar", UnicodeScript.ARABIC,
          "fa", UnicodeScript.ARABIC,
          "hi", UnicodeScript.DEVANAGARI,
          "th", UnicodeScript.THAI,
          "zh", UnicodeScript.HAN);

  /** How each language calls what is safe, without danger, guaranteed or trustworthy. */
  private static final Map<String, String> SAFE =
      Map.ofEntries(
          Map.entry("en", "\\bsafe|secure|trustworthy|harmless"),
          Map.entry("fr", "\\bsûr|sans danger|fiable"),
          Map.entry("de", "sicher|seriös|ungefährlich|harmlos"),
          Map.entry("es", "segur[oa]|fiable"),
          Map.entry("pt", "segur[oa]|fiável"),
          Map.entry("it", "sicur[oa]|affidabile"),
          Map.entry("nl", "veilig|betrouwbaar"),
          Map.entry("pl", "bezpieczn[aey] ofert|jest bezpieczn|godn[ay] zaufania"),
          Map.entry("ro", "sigur[ăe]?\\b|de încredere"),
          Map.entry("bg", "безопасн|сигурн|надеждн"),
          Map.entry("uk", "(?<!не)безпечн|надійн"),
          Map.entry("ru", "безопасн|надёжн"),
          Map.entry("tr", "güvenli|güvenilir"),
          Map.entry("ar", "آمن|موثوق"),
          Map.entry("fa", "\\bامن\\b|مطمئن"),
          Map.entry("hi", "सुरक्षित|भरोसेमंद"),
          Map.entry("vi", "an toàn|đáng tin"),
          Map.entry("th", "ปลอดภัย|น่าเชื่อถือ"),
          Map.entry("zh", "安全|可靠"),
          Map.entry("tl", "ligtas|mapagkakatiwalaan"));

  @Test
  void areThereInTwentyLanguagesWithTheSameKeys() throws Exception {
    OfferMessages english = OfferMessages.load("en");

    assertThat(OfferLanguages.TAGS).hasSizeGreaterThanOrEqualTo(20).doesNotHaveDuplicates();
    for (OfferMessages messages : OfferLanguages.load().all()) {
      assertThat(messages.keys()).as(messages.tag()).isEqualTo(english.keys());
      for (String key : messages.keys()) {
        assertThat(messages.of(key)).as(messages.tag() + " " + key).isNotBlank();
      }
    }
  }

  @Test
  void leaveNothingInEnglish() throws Exception {
    OfferMessages english = OfferMessages.load("en");
    for (OfferMessages messages : OfferLanguages.load().all()) {
      for (String key : messages.tag().equals("en") ? List.<String>of() : messages.keys()) {
        assertThat(messages.of(key))
            .as(messages.tag() + " " + key)
            .isNotEqualTo(english.of(key))
            .doesNotContain(" the ", " you ");
      }
    }
  }

  @Test
  void areWrittenInTheScriptOfTheirLanguage() throws Exception {
    for (Map.Entry<String, UnicodeScript> entry : SCRIPTS.entrySet()) {
      OfferMessages messages = OfferMessages.load(entry.getKey());
      for (String key : messages.keys()) {
        String text = messages.of(key).replace("{most}", "");
        long letters = text.codePoints().filter(Character::isLetter).count();
        long own =
            text.codePoints()
                .filter(Character::isLetter)
                .filter(c -> UnicodeScript.of(c) == entry.getValue())
                .count();
        assertThat(own).as(messages.tag() + " " + key).isGreaterThan(letters * 8 / 10);
      }
    }
  }

  @Test
  void haveAWarningAndAQuestionForEveryFamilyOfSigns() throws Exception {
    OfferMessages english = OfferMessages.load("en");
    for (Family family : Family.values()) {
      assertThat(english.keys()).contains(family.label() + ".look", family.label() + ".ask");
    }
    for (OfferTopic topic : OfferTopic.values()) {
      assertThat(english.keys()).contains(topic.label() + ".look", topic.label() + ".ask");
    }
    for (FinePoint point : FinePoint.values()) {
      assertThat(english.keys()).contains("fine." + point.label());
    }
  }

  @Test
  void neverCallAnOfferSafe() throws Exception {
    assertThat(SAFE.keySet()).containsExactlyInAnyOrderElementsOf(OfferLanguages.TAGS);
    for (OfferMessages messages : OfferLanguages.load().all()) {
      Pattern safe =
          Pattern.compile(
              SAFE.get(messages.tag()),
              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
      for (String key : messages.keys()) {
        assertThat(safe.matcher(messages.of(key)).find()).as(messages.tag() + " " + key).isFalse();
      }
    }
  }

  @Test
  void areShortSentencesInEveryLanguage() throws Exception {
    for (OfferMessages messages : OfferLanguages.load().all()) {
      for (String key : messages.keys()) {
        for (String sentence : messages.of(key).split("(?<=[.?!:।؟。？！])\\s*")) {
          int words = sentence.split("\\s+").length;
          assertThat(words).as(messages.tag() + " " + key).isLessThanOrEqualTo(22);
          assertThat(sentence.length()).as(messages.tag() + " " + key).isLessThanOrEqualTo(130);
        }
      }
    }
  }

  @Test
  void areShortSentencesOfShortWords() throws Exception {
    OfferMessages english = OfferMessages.load("en");
    double letters = 0;
    double words = 0;
    double sentences = 0;
    for (String key : english.keys()) {
      for (String sentence : english.of(key).split("(?<=[.?!:])\\s+")) {
        String[] all = sentence.split("\\s+");
        assertThat(all.length).as(key).isLessThanOrEqualTo(20);
        words += all.length;
        sentences++;
        letters += sentence.codePoints().filter(Character::isLetterOrDigit).count();
      }
    }
    // Automated Readability Index (Senter & Smith, AMRL-TR-66-220, 1967): 7 is read at twelve.
    double index = 4.71 * letters / words + 0.5 * words / sentences - 21.43;
    assertThat(index).as(String.format(Locale.ROOT, "index %.1f", index)).isLessThan(7);
  }
}
