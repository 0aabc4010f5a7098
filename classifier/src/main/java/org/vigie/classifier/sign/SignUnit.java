package org.vigie.classifier.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A stretch of sentences that is judged together: the whole of a short text, and of any other each
 * sentence by itself and with the next, since what is said is often said in two breaths.
 *
 * @param first index of its first sentence
 * @param last index of its last sentence
 * @param whole whether it is the whole text
 * @param sums what its features say of each outcome, in units of {@link SignModel#scales}
 */
record SignUnit(int first, int last, boolean whole, int[] sums) {
  /** Texts of up to so many words are judged as a whole, too. */
  private static final int SHORT = 70;

  /** Sentences beyond these are judged one by one. */
  private static final int MAX_SENTENCES = 200;

  /** Returns what the features of each sentence say of each outcome. */
  static List<int[]> sums(SignSampler.Read read, SignModel model) {
    List<int[]> sums = new ArrayList<>(read.sentences().size());
    int most = 0;
    for (SignSampler.Sentence sentence : read.sentences()) {
      most = Math.max(most, sentence.all().length);
    }
    int[] numbers = new int[most];
    for (SignSampler.Sentence sentence : read.sentences()) {
      int[] of = new int[model.outcomes().size()];
      model.add(sentence.all(), numbers, of);
      sums.add(of);
    }
    return sums;
  }

  /**
   * Returns what the whole text says of each outcome, and no stretch of it.
   *
   * @param sentences what each sentence says, at least one
   */
  static SignUnit whole(List<int[]> sentences) {
    int[] sums = new int[sentences.getFirst().length];
    for (int[] sentence : sentences) {
      add(sentence, sums);
    }
    return new SignUnit(0, sentences.size() - 1, true, sums);
  }

  /**
   * Returns the stretches of a text.
   *
   * @param sentences what each sentence says
   * @param whole the text as a whole
   */
  static List<SignUnit> of(SignSampler.Read read, List<int[]> sentences, SignUnit whole) {
    List<SignUnit> units = new ArrayList<>();
    if (isShort(read)) {
      units.add(whole);
      if (whole.last() == 0) {
        return units;
      }
    }
    for (int i = 0; i <= whole.last(); i++) {
      units.add(new SignUnit(i, i, false, sentences.get(i)));
      if (i < whole.last() && i < MAX_SENTENCES) {
        int[] sums = sentences.get(i).clone();
        add(sentences.get(i + 1), sums);
        units.add(new SignUnit(i, i + 1, false, sums));
      }
    }
    return units;
  }

  /** Returns whether a text is judged as a whole, too. */
  static boolean isShort(SignSampler.Read read) {
    return read.reading().text().words() <= SHORT;
  }

  private static void add(int[] one, int[] sums) {
    for (int k = 0; k < sums.length; k++) {
      sums[k] += one[k];
    }
  }

  /** Returns the stretch as it stands in the original text. */
  String original(SignSampler.Read read) {
    return read.reading().text().original(first, last);
  }

  /** Returns what frames say in the stretch. */
  List<Frames.Finding> findings(SignSampler.Read read) {
    List<Frames.Finding> findings = List.of(); // as of nearly all stretches
    for (int i = first; i <= last; i++) {
      List<Frames.Finding> more = read.sentences().get(i).findings();
      if (findings.isEmpty()) {
        findings = more;
      } else if (!more.isEmpty()) {
        findings = Stream.concat(findings.stream(), more.stream()).toList();
      }
    }
    return findings;
  }

  /** Returns whether frames say a family. */
  static boolean isSaid(Family family, List<Frames.Finding> findings) {
    for (int i = 0; i < findings.size(); i++) { // asked of each family: an iterator adds up
      Frames.Finding finding = findings.get(i);
      if (!finding.denied() && Family.ofRow(finding.frame().row()).orElse(null) == family) {
        return true;
      }
    }
    return false;
  }
}
