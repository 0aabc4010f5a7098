package org.vigie.classifier.language;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import opennlp.tools.ml.model.Context;
import org.vigie.classifier.image.ImageIn;
import org.vigie.classifier.image.ImageOut;

/**
 * The weights of OpenNLP's language model by character n-gram, of the languages that may be
 * answered alone: a flat table in which a text's n-grams are looked up without a string for each.
 *
 * <p>The model is one of maximum entropy, so that the odds of two languages depend on their own
 * weights only: leaving the rest out changes none of them.
 */
final class NgramWeights {
  /** The longest n-gram of the model, in UTF-16 positions: three fit into a key. */
  static final int LONGEST = 3;

  /** What {@link #find} returns for an n-gram that says nothing of these languages. */
  static final int ABSENT = -1;

  /** Names that the languages have in the model, by their numbers here. */
  private final String[] languages;

  /** Keys of an open-addressed table, 0 where it is empty, and the number of each n-gram. */
  private final long[] keys;

  private final int[] numbers;

  /**
   * The weights of n-grams that say something of most languages, which have the lowest numbers: a
   * row for each, with 0 for a language that it says nothing of. A whole row is added in a few
   * steps of the processor, a list of pairs in one for each.
   */
  private final double[] rows;

  private final int inRows;

  /** Where the weights of each other n-gram begin; those of the next follow. */
  private final int[] starts;

  private final byte[] languageOf;
  private final double[] weights;

  private NgramWeights(ImageIn in) {
    this.languages = in.texts().toArray(String[]::new);
    this.keys = in.longs();
    this.numbers = in.ints();
    this.rows = in.decimals();
    this.inRows = in.number();
    this.starts = in.ints();
    this.languageOf = in.bytes();
    this.weights = in.decimals();
  }

  /** Reads what {@link #write} wrote. */
  static NgramWeights read(ImageIn in) {
    return new NgramWeights(in);
  }

  void write(ImageOut out) {
    out.texts(List.of(languages));
    out.longs(keys);
    out.ints(numbers);
    out.decimals(rows);
    out.number(inRows);
    out.ints(starts);
    out.bytes(languageOf);
    out.decimals(weights);
  }

  private NgramWeights(String[] languages, Map<Long, Context> contexts, int[] numberOfOutcome) {
    this.languages = languages;
    this.keys = new long[Integer.highestOneBit(contexts.size()) << 2];
    this.numbers = new int[keys.length];
    Map<Long, Context> common = new TreeMap<>(contexts);
    common.values().removeIf(c -> 2 * known(c, numberOfOutcome) < languages.length);
    Map<Long, Context> others = new TreeMap<>(contexts);
    others.keySet().removeAll(common.keySet());
    this.inRows = common.size();
    this.rows = new double[inRows * languages.length];
    this.starts = new int[others.size() + 1];
    int all = others.values().stream().mapToInt(c -> known(c, numberOfOutcome)).sum();
    this.languageOf = new byte[all];
    this.weights = new double[all];
    enterRows(common, numberOfOutcome);
    enterPairs(others, numberOfOutcome);
  }

  private void enterRows(Map<Long, Context> common, int[] numberOfOutcome) {
    int number = 0;
    for (var entry : common.entrySet()) {
      Context context = entry.getValue();
      for (int i = 0; i < context.getOutcomes().length; i++) {
        int language = numberOfOutcome[context.getOutcomes()[i]];
        if (language >= 0) {
          rows[number * languages.length + language] = context.getParameters()[i];
        }
      }
      put(entry.getKey(), number++);
    }
  }

  private void enterPairs(Map<Long, Context> others, int[] numberOfOutcome) {
    int place = 0;
    int end = 0;
    for (var entry : others.entrySet()) {
      put(entry.getKey(), inRows + place);
      Context context = entry.getValue();
      for (int i = 0; i < context.getOutcomes().length; i++) {
        int language = numberOfOutcome[context.getOutcomes()[i]];
        if (language >= 0) {
          languageOf[end] = (byte) language;
          weights[end++] = context.getParameters()[i];
        }
      }
      starts[++place] = end;
    }
  }

  /**
   * Reads the model from the class path.
   *
   * @param wanted names of languages in the model; those that it doesn't have are left out
   */
  static NgramWeights read(Set<String> wanted) {
    Object[] data = DetectorFile.dataStructures();
    @SuppressWarnings("unchecked") // what AbstractModel says it returns
    Map<String, Context> contexts = (Map<String, Context>) data[1];
    String[] outcomes = (String[]) data[2];
    String[] languages = Arrays.stream(outcomes).filter(wanted::contains).toArray(String[]::new);
    int[] numberOfOutcome =
        Arrays.stream(outcomes).mapToInt(o -> Arrays.asList(languages).indexOf(o)).toArray();
    Map<Long, Context> kept = new TreeMap<>();
    contexts.forEach((ngram, context) -> {
      if (known(context, numberOfOutcome) > 0) {
        kept.put(key(ngram), context);
      }
    });
    return new NgramWeights(languages, kept, numberOfOutcome);
  }

  /** Returns the names of the languages in the model, by their numbers here. */
  String[] languages() {
    return languages.clone();
  }

  /** Returns how many n-grams there are. */
  int size() {
    return inRows + starts.length - 1;
  }

  /**
   * Returns the number of an n-gram, from 0, or {@link #ABSENT}.
   *
   * @param key its characters, the last one in the lowest 16 bits
   */
  int find(long key) {
    int slot = slot(key);
    while (keys[slot] != 0) {
      if (keys[slot] == key) {
        return numbers[slot];
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    return ABSENT;
  }

  /**
   * Finds the numbers of several n-grams.
   *
   * @param of their keys
   * @param count how many of them
   * @param found takes the number of each, or {@link #ABSENT}
   */
  void find(long[] of, int count, int[] found) {
    for (int i = 0; i < count; i++) {
      int slot = slot(of[i]);
      found[i] = keys[slot] == of[i] ? numbers[slot] : keys[slot] == 0 ? ABSENT : find(of[i]);
    }
  }

  /**
   * Adds what an n-gram says to the sum of each language.
   *
   * @param sums one for each of {@link #languages}
   */
  void add(int ngram, double[] sums) {
    if (ngram < inRows) {
      int row = ngram * sums.length;
      for (int i = 0; i < sums.length; i++) {
        sums[i] += rows[row + i];
      }
      return;
    }
    int place = ngram - inRows;
    for (int i = starts[place]; i < starts[place + 1]; i++) {
      sums[languageOf[i]] += weights[i];
    }
  }

  private void put(long key, int number) {
    int slot = slot(key);
    while (keys[slot] != 0) {
      slot = (slot + 1) & (keys.length - 1);
    }
    keys[slot] = key;
    numbers[slot] = number;
  }

  private int slot(long key) {
    // Fibonacci hashing (Knuth, volume 3, section 6.4): the high bits depend on all of the key.
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> 33) & (keys.length - 1);
  }

  private static long key(String ngram) {
    if (ngram.isEmpty() || ngram.length() > LONGEST) {
      throw new IllegalStateException(
          "an n-gram of the language model needs 1 to %d characters, but one has %d"
              .formatted(LONGEST, ngram.length()));
    }
    long key = 0;
    for (int i = 0; i < ngram.length(); i++) {
      key = key << Character.SIZE | ngram.charAt(i);
    }
    return key;
  }

  private static int known(Context context, int[] numberOfOutcome) {
    int known = 0;
    for (int outcome : context.getOutcomes()) {
      known += numberOfOutcome[outcome] >= 0 ? 1 : 0;
    }
    return known;
  }
}
