package org.vigie.classifier.name;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.files.yaml.YamlMap;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/** The words beside names: before them, behind them, and those that make a name a firm's. */
public final class NameCues {
  public static final String FILE = "names/cues.yaml";

  /** What a phrase before a name does, the strongest first. */
  enum Cue {
    TITLE,
    INTRODUCING,
    ASKING,
    JOINING,
    NONE;

    /** Returns whether an unknown word with a capital may be a name after it. */
    boolean isStrong() {
      return this == TITLE || this == INTRODUCING || this == ASKING;
    }
  }

  private record Phrase(List<String> words, Cue cue) {}

  private final Map<String, List<Phrase>> byLastWord = new HashMap<>();
  private final Set<String> after;
  private final Set<String> organisation;
  private final Set<String> otherNames;

  private NameCues(YamlMap yaml) {
    add(yaml.texts("titles"), Cue.TITLE);
    add(yaml.texts("introducing"), Cue.INTRODUCING);
    add(yaml.texts("asking"), Cue.ASKING);
    add(yaml.texts("joining"), Cue.JOINING);
    this.after = lastWords(yaml.texts("after"));
    this.organisation = lastWords(yaml.texts("organisation"));
    this.otherNames = lastWords(yaml.texts("other"));
  }

  public static NameCues load(Path models) throws IOException {
    return new NameCues(
        YamlMap.read(models.resolve(FILE))
            .allowOnly(
                "titles",
                "introducing",
                "asking",
                "joining",
                "after",
                "organisation",
                "aliases",
                "other"));
  }

  /** Returns what the longest phrase does that ends right before a word. */
  Cue before(List<Word> words, int word) {
    if (word == 0) {
      return Cue.NONE;
    }
    List<Phrase> phrases = byLastWord.get(words.get(word - 1).text());
    if (phrases == null) {
      return Cue.NONE;
    }
    Phrase best = null;
    for (Phrase phrase : phrases) {
      boolean longer = best == null || phrase.words().size() > best.words().size();
      if (longer && standsBefore(phrase.words(), words, word)) {
        best = phrase;
      }
    }
    return best == null ? Cue.NONE : best.cue();
  }

  /** Returns whether a word stands behind names. */
  boolean isAfter(String word) {
    return after.contains(word);
  }

  /** Returns whether a word makes the name beside it a firm's, a street's or a house's. */
  boolean isOrganisation(String word) {
    return organisation.contains(word);
  }

  /** Returns whether a name is a month's, a brand's and the like rather than a person's. */
  boolean isOtherName(String word) {
    return otherNames.contains(word);
  }

  private static boolean standsBefore(List<String> phrase, List<Word> words, int word) {
    int first = word - phrase.size();
    if (first < 0 || words.get(first).clause() != words.get(word - 1).clause()) {
      return false;
    }
    for (int i = 0; i < phrase.size(); i++) {
      if (!words.get(first + i).text().equals(phrase.get(i))) {
        return false;
      }
    }
    return true;
  }

  private void add(List<String> texts, Cue cue) {
    for (String text : texts) {
      List<String> words = compared(text);
      byLastWord
          .computeIfAbsent(words.getLast(), w -> new ArrayList<>())
          .add(new Phrase(words, cue));
    }
  }

  private static Set<String> lastWords(List<String> texts) {
    Set<String> words = new HashSet<>();
    texts.forEach(text -> words.add(compared(text).getLast()));
    return Set.copyOf(words);
  }

  private static List<String> compared(String text) {
    return Words.of(NormalizedText.of(text)).stream().map(Word::text).toList();
  }
}
