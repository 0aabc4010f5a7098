package org.vigie.classifier.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.vigie.advert.Advert;
import org.vigie.advert.Contact;
import org.vigie.advert.Indicator;
import org.vigie.classifier.indicator.MaskedWords;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/**
 * Turns what was read from an advert into the features of the recruitment model, those of the text
 * without a name for each. One per thread, which reads one advert at a time.
 */
public final class RiskFeatures {
  /**
   * The longest part of a text that is read for words; what follows adds nothing to a job advert.
   */
  private static final int MAX_TOKENS = 2_000;

  private final MaskedWords maskedWords;
  private final WordFeatures words = new WordFeatures();
  private final PartFeatures parts = new PartFeatures(words);
  private final LetterFeatures letters = new LetterFeatures(words);

  private RiskFeatures(MaskedWords maskedWords) {
    this.maskedWords = maskedWords;
  }

  public static RiskFeatures load(Path models) throws IOException {
    return new RiskFeatures(MaskedWords.load(models));
  }

  /** Returns one that finds the same, for another thread. */
  RiskFeatures forAnotherThread() {
    return new RiskFeatures(maskedWords);
  }

  /**
   * Returns every feature of an advert, words last; each name once. Where features of the text
   * stand is left out.
   */
  List<Feature> of(
      Advert advert,
      NormalizedText text,
      List<Word> textWords,
      List<Contact> contacts,
      List<Indicator> indicators) {
    Reading reading = read(text, textWords, contacts);
    List<Feature> features = wordless(advert, text, indicators);
    addNamed(words, features);
    if (reading.isSectioned()) {
      features.addAll(reading.formAndStyle());
      addNamed(reading.parts(), features);
      addNamed(reading.letters(), features);
    }
    return features;
  }

  private static void addNamed(TextFeatures group, List<Feature> features) {
    for (int i = 0; i < group.count(); i++) {
      features.add(new Feature(group.name(i), group.value(), List.of()));
    }
  }

  /** Returns the features that say the same in every language. */
  static List<Feature> wordless(Advert advert, NormalizedText text, List<Indicator> indicators) {
    List<Feature> features = new ArrayList<>();
    StructureFeatures.add(advert, text, features);
    for (Indicator indicator : indicators) {
      if (indicator.scored()) {
        features.add(new Feature(Feature.INDICATOR + indicator.id(), 1, indicator.spans()));
      }
    }
    return features;
  }

  /** Reads the words of an advert; what was read before is no longer there. */
  Reading read(NormalizedText text, List<Word> textWords, List<Contact> contacts) {
    BitSet masked = maskedWords.in(textWords);
    Sections sections = Sections.of(text.original());
    List<RiskTokens.Token> tokens = RiskTokens.of(text, sections, textWords, contacts, masked);
    words.read(tokens.subList(0, Math.min(MAX_TOKENS, tokens.size())));
    return new Reading(text, textWords, masked, sections);
  }

  /** The features of the text read last. */
  final class Reading {
    private final NormalizedText text;
    private final List<Word> textWords;
    private final BitSet masked;
    private final Sections sections;

    private Reading(NormalizedText text, List<Word> textWords, BitSet masked, Sections sections) {
      this.text = text;
      this.textWords = textWords;
      this.masked = masked;
      this.sections = sections;
    }

    /** Returns the words, and two and three in a row. */
    WordFeatures words() {
      return words;
    }

    /** Returns how many words it has, those for protected attributes aside. */
    int length() {
      return textWords.size() - masked.cardinality();
    }

    /** Returns whether it has the headings of a job board, and so the features of its parts. */
    boolean isSectioned() {
      return sections.isThere();
    }

    /** Returns how long its parts are and how they are written, if it is under headings. */
    List<Feature> formAndStyle() {
      List<Feature> features = new ArrayList<>();
      SectionFeatures.add(MaskedWords.blanked(text, textWords, masked), sections, features);
      return features;
    }

    /** Returns the words by the part they stand in, if it is under headings. */
    PartFeatures parts() {
      parts.read(sections);
      return parts;
    }

    /** Returns the runs of letters, if it is under headings. */
    LetterFeatures letters() {
      letters.read();
      return letters;
    }
  }
}
